package org.lamella.cli;

/** Entry point of the terminal. */
public final class Lamella {
    private Lamella() {}

    public static void main(String[] arguments) {
        System.err.println("usage: lamella plan RECORD");
        System.exit(ExitCode.USAGE);
    }
}
