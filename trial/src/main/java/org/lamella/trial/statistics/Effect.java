package org.lamella.trial.statistics;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * An estimated effect with its two-sided 95 % interval.
 *
 * @param estimate point estimate, in the unit of the caller
 * @param standardError standard error on the scale of estimation
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param pValue two-sided, against no effect
 */
public record Effect(double estimate, double standardError, double low, double high, double pValue) {
    private static final NormalDistribution NORMAL = new NormalDistribution();
    static final double Z95 = NORMAL.inverseCumulativeProbability(0.975);

    static Effect normal(double estimate, double standardError) {
        double p = 2 * NORMAL.cumulativeProbability(-Math.abs(estimate / standardError));
        double half = Z95 * standardError;
        return new Effect(estimate, standardError, estimate - half, estimate + half, p);
    }

    static Effect student(double estimate, double standardError, double degreesOfFreedom) {
        TDistribution t = new TDistribution(degreesOfFreedom);
        double half = t.inverseCumulativeProbability(0.975) * standardError;
        double p = 2 * t.cumulativeProbability(-Math.abs(estimate / standardError));
        return new Effect(estimate, standardError, estimate - half, estimate + half, p);
    }

    /** The same effect with estimate and interval exponentiated: a ratio. The standard error stays on the log scale. */
    public Effect exponentiated() {
        return new Effect(StrictMath.exp(estimate), standardError, StrictMath.exp(low), StrictMath.exp(high), pValue);
    }
}
