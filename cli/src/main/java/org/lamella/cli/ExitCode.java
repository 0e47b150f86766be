package org.lamella.cli;

/** Exit codes of every command, as documented in {@code docs/reference/command-line.md}. */
final class ExitCode {
    /** All that was asked for was done. */
    static final int DONE = 0;
    /** A reproduced run gave other files. */
    static final int DIFFERENT = 1;
    /** Some records of a folder were refused, the others checked. */
    static final int SOME_REFUSED = 1;
    /** The command line itself is wrong. */
    static final int USAGE = 2;
    /** The input could not be read, or is not what the command needs. */
    static final int UNREADABLE_INPUT = 3;
    /** A fault of Lamella or of the machine (a full disk, for example). */
    static final int INTERNAL_FAULT = 4;

    /** A run was stopped and left partial files. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
