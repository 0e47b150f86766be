package org.lamella.trial.output;

import org.lamella.trial.run.PatientOutcome;

/** Names and rounding in the tables. */
final class Names {
    private static final double DECIMALS = 1e5;
    private static final int DIGITS = 6;

    private Names() {}

    /** Subject identifier: replicate and order of enrolment. */
    static String subject(PatientOutcome outcome) {
        String number = Integer.toString(outcome.number() + 1);
        return "R" + (outcome.replicate() + 1) + "-" + "0".repeat(Math.max(0, DIGITS - number.length())) + number;
    }

    /** Rounded to five decimals, finer than any measurement. */
    static double rounded(double value) {
        return Math.rint(value * DECIMALS) / DECIMALS;
    }
}
