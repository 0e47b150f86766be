package org.lamella.twin.proposal;

import org.lamella.twin.weight.Weights;

/**
 * Multivariate t distribution with six degrees of freedom around what the siblings drawn so far have learned from the
 * record. The covariance is shrunk towards that of the prior, the more the fewer siblings it rests on, and the heavy
 * tails keep importance weights bounded where the posterior is wider than it looks.
 */
public final class HeavyTailed implements Proposal {
    private static final int DEGREES = 6;
    private static final double VARIANCE_OF_SCALE_ONE = DEGREES / (DEGREES - 2.0);

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
     * @param weights of the siblings; their effective size decides the shrinkage {@code d / (d + size)}
     * @param inflation factor on the covariance, 1 or more
     */
    public static HeavyTailed learned(double[][] positions, Weights weights, double inflation) {
        int d = positions[0].length;
        double[] centre = new double[d];
        for (int s = 0; s < positions.length; s++) {
            for (int i = 0; i < d; i++) {
                centre[i] += weights.of(s) * positions[s][i];
            }
        }
        double shrinkage = d / (d + weights.effectiveSampleSize());
        double[][] covariance = new double[d][d];
        for (int s = 0; s < positions.length; s++) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += weights.of(s) * (positions[s][i] - centre[i]) * (positions[s][j] - centre[j]);
                }
            }
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double target = i == j ? 1 : 0;
                double shrunk = (1 - shrinkage) * covariance[i][j] + shrinkage * target;
                covariance[i][j] = shrunk * inflation / VARIANCE_OF_SCALE_ONE;
                covariance[j][i] = covariance[i][j];
            }
        }
        return new HeavyTailed(centre, Cholesky.of(covariance));
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
        double product = source.uniform(0) * source.uniform(1) * source.uniform(2);
        double stretch = Math.sqrt(DEGREES / (-2 * StrictMath.log(product)));
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
