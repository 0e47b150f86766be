package org.lamella.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;

/**
 * Runs the commands once on the example records, so that the Java machine can write down which classes and methods they
 * need (see decision record 7). The launch script does this after a build; the results are thrown away.
 */
final class Rehearsal {
    /** Enough records for the methods of a check to be known as busy ones. */
    private static final int CHECKS = 25;

    private static final String DAY = "2026-11-01";

    private Rehearsal() {}

    /**
     * Rehearses.
     *
     * @param arguments {@code records} or {@code plans}, the folder of the example records, and a folder for results
     */
    public static void main(String[] arguments) {
        Path examples = Path.of(arguments[1]);
        String scratch = arguments[2];
        String record = examples.resolve("girl-low-vitamin-d.json").toString();
        if (arguments[0].equals("records")) {
            run("check", "--help");
            for (int i = 0; i < CHECKS; i++) {
                run("check", examples.toString(), "--as-of", DAY, "--out", scratch);
            }
            run("cds", record, "--as-of", DAY);
            run("cds", record, "--hook", "order-sign", "--drug", "zoledronate", "--as-of", DAY);
        } else {
            run("apply", record, "--as-of", DAY, "--out", scratch + "/applied.json");
            String child = examples.resolve("toddler-bowed-femora.json").toString();
            run("plan", child, "--as-of", DAY, "--out", scratch);
        }
    }

    private static void run(String... arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Lamella.run(nowhere, nowhere, arguments);
    }
}
