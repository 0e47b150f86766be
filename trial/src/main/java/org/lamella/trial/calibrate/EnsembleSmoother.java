package org.lamella.trial.calibrate;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * One step of the ensemble smoother with multiple data assimilation (Emerick and Reynolds 2013,
 * doi:10.1016/j.cageo.2012.03.011): a Kalman update of the parameters from the covariances within the ensemble, with the
 * errors of observation inflated so that all steps together use the data once.
 */
final class EnsembleSmoother {
    private EnsembleSmoother() {}

    /**
     * @param parameters by member and parameter
     * @param predicted by member and observation, in units of the error of observation
     * @param observed observations in the same units
     * @param noise standard normal draws by member and observation
     * @param inflation factor on the error variance, 1 or more; the reciprocals of all steps sum to 1
     * @param leastCorrelation correlations in the ensemble below this are taken for chance and ignored, 0 to use all
     * @return new parameters by member
     */
    static double[][] update(
            double[][] parameters,
            double[][] predicted,
            double[] observed,
            double[][] noise,
            double inflation,
            double leastCorrelation) {
        int members = parameters.length;
        int nParameters = parameters[0].length;
        int nData = observed.length;
        double[][] p = anomalies(parameters);
        double[][] d = anomalies(predicted);
        double[][] innovation = new double[nData][nData];
        for (int a = 0; a < nData; a++) {
            for (int b = 0; b <= a; b++) {
                innovation[a][b] = covariance(d, a, d, b);
                innovation[b][a] = innovation[a][b];
            }
            innovation[a][a] += inflation;
        }
        RealMatrix inverse = new CholeskyDecomposition(new Array2DRowRealMatrix(innovation, false))
                .getSolver()
                .getInverse();
        double[][] next = new double[members][];
        for (int j = 0; j < members; j++) {
            double[] residual = new double[nData];
            for (int k = 0; k < nData; k++) {
                residual[k] = observed[k] + Math.sqrt(inflation) * noise[j][k] - predicted[j][k];
            }
            double[] weighted = inverse.operate(residual);
            double[] moved = parameters[j].clone();
            for (int i = 0; i < nParameters; i++) {
                for (int k = 0; k < nData; k++) {
                    moved[i] += gain(p, i, d, k, leastCorrelation) * weighted[k];
                }
            }
            next[j] = moved;
        }
        return next;
    }

    private static double gain(double[][] p, int i, double[][] d, int k, double leastCorrelation) {
        double covariance = covariance(p, i, d, k);
        double scale = Math.sqrt(covariance(p, i, p, i) * covariance(d, k, d, k));
        return scale == 0 || Math.abs(covariance) < leastCorrelation * scale ? 0 : covariance;
    }

    private static double[][] anomalies(double[][] x) {
        double[] mean = new double[x[0].length];
        for (double[] row : x) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / x.length;
            }
        }
        double[][] out = new double[x.length][mean.length];
        for (int j = 0; j < x.length; j++) {
            for (int i = 0; i < mean.length; i++) {
                out[j][i] = x[j][i] - mean[i];
            }
        }
        return out;
    }

    private static double covariance(double[][] a, int i, double[][] b, int k) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j][i] * b[j][k];
        }
        return sum / (a.length - 1);
    }
}
