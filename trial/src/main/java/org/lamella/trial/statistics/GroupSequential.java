package org.lamella.trial.statistics;

import java.util.Locale;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * Two-sided looks at a trial under way: boundaries for the absolute test statistic that spend an overall error as
 * information comes in (Lan and DeMets 1983, doi:10.1093/biomet/70.3.659), by recursive integration (Armitage, McPherson and
 * Rowe 1969, doi:10.2307/2343787).
 *
 * @param information share of the final information at each look, rising, the last one 1
 * @param boundaries absolute test statistic that stops the trial at each look
 */
public record GroupSequential(double[] information, double[] boundaries) {
    private static final NormalDistribution NORMAL = new NormalDistribution();
    private static final double FARTHEST = 9;
    private static final int INTERVALS = 600;

    /** How fast the error is spent. */
    public enum Spending {
        /** Little at first, as in the boundaries of O'Brien and Fleming. */
        OBRIEN_FLEMING,
        /** Almost evenly, as in the boundaries of Pocock. */
        POCOCK;

        /** Error spent on one side when this share of the information is there; all of it at 1. */
        double spent(double share, double oneSided) {
            return switch (this) {
                case OBRIEN_FLEMING ->
                    2
                            * (1
                                    - NORMAL.cumulativeProbability(NORMAL.inverseCumulativeProbability(1 - oneSided / 2)
                                            / StrictMath.sqrt(share)));
                case POCOCK -> oneSided * StrictMath.log(1 + (StrictMath.E - 1) * share);
            };
        }
    }

    /**
     * Boundaries for looks at given information.
     *
     * @param spending how fast
     * @param alpha two-sided overall error, above 0 and below 1
     * @param information share of the final information at each look, rising, the last one 1
     */
    public static GroupSequential of(Spending spending, double alpha, double... information) {
        check(information);
        double[] boundaries = new double[information.length];
        double before = 0;
        Density density = Density.start();
        for (int look = 0; look < boundaries.length; look++) {
            double spend = spending.spent(information[look], alpha / 2) - before;
            before += spend;
            Density here = density;
            double from = look == 0 ? 0 : information[look - 1];
            double t = information[look];
            boundaries[look] = here.beyond(FARTHEST, from, t, 0) >= spend
                    ? FARTHEST
                    : new BrentSolver(1e-12, 1e-12).solve(200, b -> here.beyond(b, from, t, 0) - spend, 0, FARTHEST);
            density = here.within(boundaries[look], from, t, 0);
        }
        return new GroupSequential(information.clone(), boundaries);
    }

    private static void check(double[] information) {
        double last = 0;
        for (double t : information) {
            if (!(t > last && t <= 1)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "looks: found %s after %s, accepted are rising shares up to 1", t, last));
            }
            last = t;
        }
        if (last != 1) {
            throw new IllegalArgumentException("looks: the last one is at " + last + ", accepted is 1");
        }
    }

    /**
     * Probability to stop at each look, in either direction, when the expected final test statistic is {@code drift}.
     */
    public double[] stopping(double drift) {
        double[] stop = new double[boundaries.length];
        Density density = Density.start();
        double from = 0;
        for (int look = 0; look < stop.length; look++) {
            double t = information[look];
            stop[look] =
                    density.beyond(boundaries[look], from, t, drift) + density.below(boundaries[look], from, t, drift);
            density = density.within(boundaries[look], from, t, drift);
            from = t;
        }
        return stop;
    }

    /** Density of the score (test statistic times root of information) among trials still under way, on Simpson's grid. */
    private record Density(double[] at, double[] weight) {
        static Density start() {
            return new Density(new double[] {0}, new double[] {1});
        }

        /** Probability that the statistic at {@code t} is above {@code bound}. */
        double beyond(double bound, double from, double t, double drift) {
            double sd = StrictMath.sqrt(t - from);
            double sum = 0;
            for (int i = 0; i < at.length; i++) {
                double z = (bound * StrictMath.sqrt(t) - at[i] - drift * (t - from)) / sd;
                sum += weight[i] * NORMAL.cumulativeProbability(-z);
            }
            return sum;
        }

        /** Probability that the statistic is below {@code -bound}. */
        double below(double bound, double from, double t, double drift) {
            double sd = StrictMath.sqrt(t - from);
            double sum = 0;
            for (int i = 0; i < at.length; i++) {
                double z = (-bound * StrictMath.sqrt(t) - at[i] - drift * (t - from)) / sd;
                sum += weight[i] * NORMAL.cumulativeProbability(z);
            }
            return sum;
        }

        /** Those who go on: statistic between the bounds. */
        Density within(double bound, double from, double t, double drift) {
            double edge = bound * StrictMath.sqrt(t);
            double sd = StrictMath.sqrt(t - from);
            double step = 2 * edge / INTERVALS;
            double[] next = new double[INTERVALS + 1];
            double[] mass = new double[INTERVALS + 1];
            for (int j = 0; j <= INTERVALS; j++) {
                next[j] = -edge + j * step;
                double simpson = j == 0 || j == INTERVALS ? 1 : j % 2 == 1 ? 4 : 2;
                double density = 0;
                for (int i = 0; i < at.length; i++) {
                    density += weight[i] * NORMAL.density((next[j] - at[i] - drift * (t - from)) / sd) / sd;
                }
                mass[j] = simpson * step / 3 * density;
            }
            return new Density(next, mass);
        }
    }
}
