package org.lamella.trial.run;

/** A protocol that reads well but cannot be run: says what was found, what is accepted, and what to try. */
public final class TrialRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TrialRefused(String message) {
        super(message);
    }
}
