package org.lamella.trial.statistics;

/** Number, mean and spread of a quantity, gathered in one pass (Welford 1962, doi:10.1080/00401706.1962.10490022). */
public final class Moments {
    private long n;
    private double mean;
    private double squares;

    public void add(double value) {
        n++;
        double delta = value - mean;
        mean += delta / n;
        squares += delta * (value - mean);
    }

    public long n() {
        return n;
    }

    /** Not a number when nothing was added. */
    public double mean() {
        return n == 0 ? Double.NaN : mean;
    }

    /** Standard deviation with n - 1; not a number below two values. */
    public double sd() {
        return n < 2 ? Double.NaN : StrictMath.sqrt(squares / (n - 1));
    }

    /** Mean with Student's interval and the test against 0. */
    public Effect effect() {
        if (n < 2) {
            return new Effect(mean(), Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double se = sd() / StrictMath.sqrt(n);
        return se == 0 ? new Effect(mean, 0, mean, mean, mean == 0 ? 1 : 0) : Effect.student(mean, se, n - 1.0);
    }
}
