package org.lamella.cli;

/** Exit codes of every command. */
final class ExitCode {
    static final int DONE = 0;
    static final int USAGE = 2;
    static final int UNREADABLE_INPUT = 3;
    static final int INTERNAL_FAULT = 4;

    private ExitCode() {}
}
