package org.lamella.cli;

/** The machine stood in the way (an unwritable folder, a full disk); its message is what the user reads. */
final class CannotFinish extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotFinish(String message) {
        super(message);
    }
}
