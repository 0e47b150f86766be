package org.lamella.trial.statistics;

import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;

/** Means of repeated measures given the covariance between visits, with the likelihood of both. */
final class GeneralisedLeastSquares {
    private static final double LOG_2_PI = StrictMath.log(2 * StrictMath.PI);

    private final List<Pattern> data;
    private final double[][] visitDesign;
    private final int q;
    private final double[][][] inverse;
    private final double[] coefficients;
    private final double[][] variance;
    private double logDeterminants;
    private double logInformation;

    GeneralisedLeastSquares(List<Pattern> data, double[][] visitDesign, int covariates, double[][] covariance) {
        this.data = data;
        this.visitDesign = visitDesign;
        this.q = covariates;
        int r = visitDesign[0].length;
        int p = r * q;
        this.inverse = new double[data.size()][][];
        double[][] information = new double[p][p];
        double[] right = new double[p];
        for (int i = 0; i < data.size(); i++) {
            Pattern pattern = data.get(i);
            CholeskyDecomposition cholesky = cholesky(pattern.part(covariance));
            inverse[i] = cholesky.getSolver().getInverse().getData();
            logDeterminants += pattern.patients() * StrictMath.log(cholesky.getDeterminant());
            double[][] t = pattern.rows(visitDesign);
            for (int u = 0; u < r; u++) {
                for (int c = 0; c < q; c++) {
                    for (int a = 0; a < t.length; a++) {
                        for (int b = 0; b < t.length; b++) {
                            right[u * q + c] += t[a][u] * inverse[i][a][b] * pattern.zy[c][b];
                        }
                    }
                }
            }
            addKronecker(information, SmallMatrix.sandwich(t, inverse[i]), pattern.zz);
        }
        CholeskyDecomposition cholesky = cholesky(information);
        logInformation = StrictMath.log(cholesky.getDeterminant());
        variance = cholesky.getSolver().getInverse().getData();
        coefficients = new double[p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                coefficients[i] += variance[i][j] * right[j];
            }
        }
    }

    /** Entries that cancel to almost nothing differ in their last digits from those across; their mean is taken. */
    private static CholeskyDecomposition cholesky(double[][] matrix) {
        int n = matrix.length;
        double[][] symmetric = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                symmetric[i][j] = 0.5 * (matrix[i][j] + matrix[j][i]);
            }
        }
        return new CholeskyDecomposition(new Array2DRowRealMatrix(symmetric), 1e-8, 0);
    }

    /** Adds the Kronecker product of a matrix over visit coefficients and one over covariates. */
    static void addKronecker(double[][] sum, double[][] visits, double[][] covariates) {
        int q = covariates.length;
        for (int u = 0; u < visits.length; u++) {
            for (int v = 0; v < visits.length; v++) {
                for (int c = 0; c < q; c++) {
                    for (int d = 0; d < q; d++) {
                        sum[u * q + c][v * q + d] += visits[u][v] * covariates[c][d];
                    }
                }
            }
        }
    }

    double[] coefficients() {
        return coefficients;
    }

    double[][] variance() {
        return variance;
    }

    /** Inverse covariance of the visits seen in a pattern. */
    double[][] inverse(int pattern) {
        return inverse[pattern];
    }

    /** Sum of products of residuals over the patients of a pattern. */
    double[][] residuals(int pattern) {
        Pattern p = data.get(pattern);
        double[][] t = p.rows(visitDesign);
        int k = t.length;
        double[][] mean = new double[k][q];
        for (int a = 0; a < k; a++) {
            for (int c = 0; c < q; c++) {
                for (int u = 0; u < t[a].length; u++) {
                    mean[a][c] += t[a][u] * coefficients[u * q + c];
                }
            }
        }
        double[][] r = new double[k][k];
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                r[a][b] = p.yy[a][b];
                for (int c = 0; c < q; c++) {
                    r[a][b] -= mean[a][c] * p.zy[c][b] + mean[b][c] * p.zy[c][a];
                    for (int d = 0; d < q; d++) {
                        r[a][b] += mean[a][c] * p.zz[c][d] * mean[b][d];
                    }
                }
            }
        }
        return r;
    }

    /** Uncertainty of the estimated means, summed over the patients of a pattern. */
    double[][] uncertainty(int pattern) {
        Pattern p = data.get(pattern);
        double[][] t = p.rows(visitDesign);
        int r = visitDesign[0].length;
        double[][] byVisit = new double[r][r];
        for (int u = 0; u < r; u++) {
            for (int v = 0; v < r; v++) {
                for (int c = 0; c < q; c++) {
                    for (int d = 0; d < q; d++) {
                        byVisit[u][v] += variance[u * q + c][v * q + d] * p.zz[c][d];
                    }
                }
            }
        }
        return SmallMatrix.product(SmallMatrix.product(t, byVisit), SmallMatrix.transposed(t));
    }

    double minusTwoLogLikelihood(boolean restricted) {
        double sum = logDeterminants;
        double observations = 0;
        for (int i = 0; i < data.size(); i++) {
            sum += SmallMatrix.traceOfProduct(inverse[i], residuals(i));
            observations += (double) data.get(i).patients() * data.get(i).seen().length;
        }
        return restricted
                ? sum + logInformation + (observations - coefficients.length) * LOG_2_PI
                : sum + observations * LOG_2_PI;
    }

    /** Observations less estimated means. */
    double freeObservations(boolean restricted) {
        double observations = 0;
        for (Pattern pattern : data) {
            observations += (double) pattern.patients() * pattern.seen().length;
        }
        return restricted ? observations - coefficients.length : observations;
    }
}
