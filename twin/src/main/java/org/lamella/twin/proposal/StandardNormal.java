package org.lamella.twin.proposal;

/**
 * The prior: independent standard normal traits.
 *
 * @param dimension number of traits
 */
public record StandardNormal(int dimension) implements Proposal {
    static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * Math.PI);

    @Override
    public double[] draw(DrawSource source) {
        double[] position = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            position[i] = source.normal(i);
        }
        return position;
    }

    @Override
    public double logDensity(double[] position) {
        double squares = 0;
        for (double x : position) {
            squares += x * x;
        }
        return -0.5 * squares - dimension * HALF_LOG_TWO_PI;
    }
}
