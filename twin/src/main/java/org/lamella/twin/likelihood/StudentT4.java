package org.lamella.twin.likelihood;

/**
 * Student's t distribution with four degrees of freedom, whose density and distribution function are elementary. Its
 * heavy tails let a single odd value disagree with the siblings without ruling them all out.
 */
public final class StudentT4 {
    private static final double LOG_PEAK = StrictMath.log(3.0 / 8.0);

    private StudentT4() {}

    /** Logarithm of the density {@code 3/8 (1 + t^2/4)^(-5/2)}. */
    public static double logDensity(double t) {
        return LOG_PEAK - 2.5 * StrictMath.log1p(t * t / 4);
    }

    /** Probability of a value at or below {@code t}. */
    public static double cumulative(double t) {
        double square = t * t;
        return 0.5 + 0.375 * t / Math.sqrt(1 + square / 4) * (1 - square / (12 + 3 * square));
    }

    /**
     * A draw from a standard normal number and two uniform ones: normal over the root of a mean of four squares, the
     * chi-squared of four degrees being {@code -2 ln(u1 u2)}.
     *
     * @param uniform1 above 0 and below 1
     * @param uniform2 above 0 and below 1
     */
    public static double draw(double normal, double uniform1, double uniform2) {
        return normal / Math.sqrt(-0.5 * StrictMath.log(uniform1 * uniform2));
    }
}
