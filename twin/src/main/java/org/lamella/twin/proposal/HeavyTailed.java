package org.lamella.twin.proposal;

import org.lamella.twin.weight.Weights;

/**
 * Multivariate t distribution with twenty degrees of freedom around what the siblings drawn so far have learned from the
 * record. A record informs few directions of the many traits; in the others the covariance of a small sample is mostly
 * noise. Directions whose variance lies above the lower edge that noise alone would reach (Marchenko and Pastur 1967,
 * {@code (1 - sqrt(d / n))^2} for {@code d} traits and {@code n} effective siblings) keep the variance of the prior.
 */
public final class HeavyTailed implements Proposal {
    private static final int DEGREES = 20;
    private static final double VARIANCE_OF_SCALE_ONE = DEGREES / (DEGREES - 2.0);
    private static final double SMALLEST_VARIANCE = 1e-6;
    /** The choice of a mixture component comes first. */
    private static final int FIRST_UNIFORM = 1;

    private final double[] centre;
    private final Cholesky scale;
    private final double logConstant;

    private HeavyTailed(double[] centre, Cholesky scale) {
        this.centre = centre;
        this.scale = scale;
        int d = centre.length;
        this.logConstant = logGammaOfHalf(DEGREES + d)
                - logGammaOfHalf(DEGREES)
                - 0.5 * d * StrictMath.log(DEGREES * Math.PI)
                - scale.halfLogDeterminant();
    }

    /**
     * Learns centre and covariance.
     *
     * @param positions one row per sibling
     * @param weights of the siblings
     * @param inflation factor on the variance of informed directions, 1 or more
     */
    public static HeavyTailed learned(double[][] positions, Weights weights, double inflation) {
        int d = positions[0].length;
        double[] centre = new double[d];
        for (int s = 0; s < positions.length; s++) {
            for (int i = 0; i < d; i++) {
                centre[i] += weights.of(s) * positions[s][i];
            }
        }
        double[][] covariance = new double[d][d];
        for (int s = 0; s < positions.length; s++) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    covariance[i][j] += weights.of(s) * (positions[s][i] - centre[i]) * (positions[s][j] - centre[j]);
                }
            }
        }
        double noise = Math.max(0, 1 - Math.sqrt(d / weights.effectiveSampleSize()));
        double edge = noise * noise;
        double[][] scale = Eigen.of(covariance).with(variance -> {
            double kept = variance < edge ? inflation * Math.max(variance, SMALLEST_VARIANCE) : 1;
            return kept / VARIANCE_OF_SCALE_ONE;
        });
        return new HeavyTailed(centre, Cholesky.of(scale));
    }

    @Override
    public int dimension() {
        return centre.length;
    }

    @Override
    public double[] draw(DrawSource source) {
        double[] normal = new double[centre.length];
        for (int i = 0; i < normal.length; i++) {
            normal[i] = source.normal(i);
        }
        double logProduct = 0;
        for (int k = 0; k < DEGREES / 2; k++) {
            logProduct += StrictMath.log(source.uniform(FIRST_UNIFORM + k));
        }
        double stretch = Math.sqrt(DEGREES / (-2 * logProduct));
        double[] position = scale.times(normal);
        for (int i = 0; i < position.length; i++) {
            position[i] = centre[i] + stretch * position[i];
        }
        return position;
    }

    @Override
    public double logDensity(double[] position) {
        double[] offset = new double[centre.length];
        for (int i = 0; i < offset.length; i++) {
            offset[i] = position[i] - centre[i];
        }
        return logConstant - 0.5 * (DEGREES + centre.length) * StrictMath.log1p(scale.squaredLength(offset) / DEGREES);
    }

    /** Logarithm of the gamma function at half a whole number, by its recursion. */
    static double logGammaOfHalf(int twice) {
        double sum = twice % 2 == 0 ? 0 : 0.5 * StrictMath.log(Math.PI);
        for (int k = twice - 2; k > 0; k -= 2) {
            sum += StrictMath.log(k / 2.0);
        }
        return sum;
    }
}
