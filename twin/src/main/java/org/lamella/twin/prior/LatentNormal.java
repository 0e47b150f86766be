package org.lamella.twin.prior;

import org.lamella.twin.proposal.Cholesky;

/**
 * Normal distribution of latent coordinates, standard before anything is known and updated by linear observations. A
 * position {@code w ~ N(0, I)} becomes coordinates {@code mean + L w} with {@code L} the Cholesky root of the covariance.
 */
final class LatentNormal {
    private final double[] mean;
    private final double[][] covariance;
    private final Cholesky root;

    private LatentNormal(double[] mean, double[][] covariance) {
        this.mean = mean;
        this.covariance = covariance;
        this.root = Cholesky.of(covariance);
    }

    static LatentNormal standard(int dimension) {
        double[][] identity = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            identity[i][i] = 1;
        }
        return new LatentNormal(new double[dimension], identity);
    }

    /**
     * Conditions on {@code observed = loadings . z + error}.
     *
     * @param errorSd standard deviation of the error, above 0
     */
    LatentNormal given(double[] loadings, double observed, double errorSd) {
        int n = mean.length;
        double[] cross = new double[n];
        double variance = errorSd * errorSd;
        double expected = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                cross[i] += covariance[i][j] * loadings[j];
            }
        }
        for (int i = 0; i < n; i++) {
            variance += loadings[i] * cross[i];
            expected += loadings[i] * mean[i];
        }
        double[] updatedMean = new double[n];
        double[][] updated = new double[n][n];
        for (int i = 0; i < n; i++) {
            updatedMean[i] = mean[i] + cross[i] / variance * (observed - expected);
            for (int j = 0; j < n; j++) {
                updated[i][j] = covariance[i][j] - cross[i] * cross[j] / variance;
            }
        }
        return new LatentNormal(updatedMean, updated);
    }

    double mean(int coordinate) {
        return mean[coordinate];
    }

    double variance(int coordinate) {
        return covariance[coordinate][coordinate];
    }

    double[] at(double[] position) {
        double[] z = root.times(position);
        for (int i = 0; i < z.length; i++) {
            z[i] += mean[i];
        }
        return z;
    }
}
