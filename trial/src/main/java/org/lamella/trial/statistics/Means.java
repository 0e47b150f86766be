package org.lamella.trial.statistics;

/** Means and their intervals. */
public final class Means {
    private Means() {}

    /** Mean with Student's interval and the test against 0; not a number where fewer than two values are given. */
    public static Effect of(double[] values) {
        if (values.length < 2) {
            double only = values.length == 1 ? values[0] : Double.NaN;
            return new Effect(only, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double se = sd(values) / StrictMath.sqrt(values.length);
        double mean = mean(values);
        return se == 0
                ? new Effect(mean, 0, mean, mean, mean == 0 ? 1 : 0)
                : Effect.student(mean, se, values.length - 1.0);
    }

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

    /** A positive estimate with an interval and a test against 1 on the log scale. */
    public static Effect onLogScale(double estimate, double standardErrorOfLog) {
        return Effect.normal(StrictMath.log(estimate), standardErrorOfLog).exponentiated();
    }
}
