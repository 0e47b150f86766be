package org.lamella.trial.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;

/** Shares of responders. */
public final class Proportions {
    private Proportions() {}

    /** Wilson's interval of one share (doi:10.1080/01621459.1927.10502953). */
    public static Effect wilson(int hits, int of) {
        if (of < 1 || hits < 0 || hits > of) {
            throw new IllegalArgumentException("share: found " + hits + " of " + of);
        }
        double z2 = Effect.Z95 * Effect.Z95;
        double p = (double) hits / of;
        double centre = (p + z2 / (2 * of)) / (1 + z2 / of);
        double half = Effect.Z95 * StrictMath.sqrt(p * (1 - p) / of + z2 / (4.0 * of * of)) / (1 + z2 / of);
        return new Effect(
                p,
                StrictMath.sqrt(p * (1 - p) / of),
                hits == 0 ? 0 : centre - half,
                hits == of ? 1 : centre + half,
                Double.NaN);
    }

    /** Difference of two shares, first minus second, with Newcombe's interval (method 10) and the score test. */
    public static Effect difference(int hits1, int of1, int hits2, int of2) {
        Effect a = wilson(hits1, of1);
        Effect b = wilson(hits2, of2);
        double d = a.estimate() - b.estimate();
        double low = d - StrictMath.hypot(a.estimate() - a.low(), b.high() - b.estimate());
        double high = d + StrictMath.hypot(a.high() - a.estimate(), b.estimate() - b.low());
        double pooled = (double) (hits1 + hits2) / (of1 + of2);
        double se = StrictMath.sqrt(pooled * (1 - pooled) * (1.0 / of1 + 1.0 / of2));
        double p = se == 0 ? 1 : 2 * new NormalDistribution().cumulativeProbability(-Math.abs(d / se));
        return new Effect(d, se, low, high, p);
    }
}
