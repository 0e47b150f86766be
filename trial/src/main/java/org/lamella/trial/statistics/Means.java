package org.lamella.trial.statistics;

/** Means and their intervals. */
public final class Means {
    private Means() {}

    public static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    /** Standard deviation with n - 1. */
    public static double sd(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double v : values) {
            sum += (v - mean) * (v - mean);
        }
        return StrictMath.sqrt(sum / (values.length - 1));
    }

    /** An estimate with a normal interval and a test against 0. */
    public static Effect normal(double estimate, double standardError) {
        return Effect.normal(estimate, standardError);
    }

    /** A positive estimate with an interval and a test against 1 on the log scale. */
    public static Effect onLogScale(double estimate, double standardErrorOfLog) {
        return Effect.normal(StrictMath.log(estimate), standardErrorOfLog).exponentiated();
    }
}
