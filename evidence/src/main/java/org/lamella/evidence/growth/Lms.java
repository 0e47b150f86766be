package org.lamella.evidence.growth;

/**
 * Parameters of a Box-Cox normal distribution at one age (Cole and Green 1992, doi:10.1002/sim.4780111005).
 *
 * @param lambda power L of the transformation, dimensionless
 * @param median M in the unit of the measure
 * @param variation coefficient of variation S, dimensionless
 */
public record Lms(double lambda, double median, double variation) {
    /** Below this size of L the limit L = 0 is used; the neglected term is of the order L·z²·S. */
    private static final double NEAR_ZERO = 1e-9;

    /** Z-score of a positive value: {@code ((x/M)^L − 1)/(L·S)}, or {@code ln(x/M)/S} when L is 0. */
    public double z(double value) {
        double ratio = value / median;
        return Math.abs(lambda) < NEAR_ZERO
                ? StrictMath.log(ratio) / variation
                : (StrictMath.pow(ratio, lambda) - 1) / (lambda * variation);
    }

    /** The value at a Z-score, or NaN when the distribution does not reach that far. */
    public double valueAt(double z) {
        if (Math.abs(lambda) < NEAR_ZERO) {
            return median * StrictMath.exp(variation * z);
        }
        double base = 1 + lambda * variation * z;
        return base > 0 ? median * StrictMath.pow(base, 1 / lambda) : Double.NaN;
    }

    /** The Z-score of a vanishing value, {@code −1/(L·S)}, when L is above 0; otherwise minus infinity. */
    public double lowestZ() {
        return lambda > NEAR_ZERO ? -1 / (lambda * variation) : Double.NEGATIVE_INFINITY;
    }
}
