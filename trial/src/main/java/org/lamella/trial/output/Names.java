package org.lamella.trial.output;

import java.util.Locale;
import org.lamella.trial.run.PatientOutcome;

/** Names and rounding in the tables. */
final class Names {
    private static final double DECIMALS = 1e5;

    private Names() {}

    /** Subject identifier: replicate and order of enrolment. */
    static String subject(PatientOutcome outcome) {
        return String.format(Locale.ROOT, "R%d-%06d", outcome.replicate() + 1, outcome.number() + 1);
    }

    /** Rounded to five decimals, finer than any measurement. */
    static double rounded(double value) {
        return Math.rint(value * DECIMALS) / DECIMALS;
    }
}
