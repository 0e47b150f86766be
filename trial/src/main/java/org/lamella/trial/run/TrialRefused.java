package org.lamella.trial.run;

/** A protocol that reads well but cannot be run: says what was found, what is accepted, and what to try. */
public final class TrialRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String entry;

    /** The reason lies in who is recruited. */
    public TrialRefused(String message) {
        this(message, "criteria:");
    }

    /**
     * @param message what was found, what is accepted, what to try
     * @param entry text by which the line of the protocol is found
     */
    public TrialRefused(String message, String entry) {
        super(message);
        this.entry = entry;
    }

    /** Text by which the line of the protocol is found. */
    public String entry() {
        return entry;
    }
}
