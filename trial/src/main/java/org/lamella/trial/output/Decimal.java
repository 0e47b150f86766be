package org.lamella.trial.output;

/** Writes numbers that were rounded to five decimals: at least one digit after the point, no exponent, no trailing zeros. */
final class Decimal {
    private static final int DECIMALS = 5;
    private static final long ONE = 100_000;
    private static final double LARGEST = 1e13;

    private Decimal() {}

    static void append(StringBuilder to, double value) {
        double scaled = Math.rint(value * ONE);
        if (!(Math.abs(scaled) < LARGEST)) {
            to.append(value);
            return;
        }
        long units = (long) Math.abs(scaled);
        if (scaled < 0) {
            to.append('-');
        }
        to.append(units / ONE).append('.');
        long left = units % ONE;
        long place = ONE / 10;
        for (int i = 0; i < DECIMALS && (i == 0 || left > 0); i++) {
            to.append((char) ('0' + left / place));
            left %= place;
            place /= 10;
        }
    }
}
