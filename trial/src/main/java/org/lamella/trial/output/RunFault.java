package org.lamella.trial.output;

/** A folder that cannot take a run: says what was found, what is accepted, and what to try. */
public final class RunFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RunFault(String message) {
        super(message);
    }
}
