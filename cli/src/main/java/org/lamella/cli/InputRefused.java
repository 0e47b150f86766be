package org.lamella.cli;

/** Input that a command cannot work with; its message is what the user reads. */
final class InputRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InputRefused(String message) {
        super(message);
    }
}
