package org.lamella.trial.statistics;

import java.util.List;

/**
 * Degrees of freedom of a contrast of repeated measures after Satterthwaite (1946, doi:10.2307/3002019), with the expected
 * information of the restricted likelihood.
 */
public final class Satterthwaite {
    private final List<Pattern> data;
    private final GeneralisedLeastSquares means;
    private final List<double[][]> derivatives;
    private final double[][] visitDesign;
    private final int q;
    private final double[][] varianceOfParameters;

    Satterthwaite(
            List<Pattern> data,
            GeneralisedLeastSquares means,
            List<double[][]> derivatives,
            double[][] visitDesign,
            int covariates) {
        this.data = data;
        this.means = means;
        this.derivatives = derivatives;
        this.visitDesign = visitDesign;
        this.q = covariates;
        this.varianceOfParameters = SmallMatrix.inverse(information());
    }

    /** Expected information: half the trace of P dV P dV, P being the projection onto residuals. */
    private double[][] information() {
        int s = derivatives.size();
        int p = means.coefficients().length;
        double[][] information = new double[s][s];
        double[][][] ofMeans = new double[s][p][p];
        for (int i = 0; i < data.size(); i++) {
            Pattern pattern = data.get(i);
            double[][] inverse = means.inverse(i);
            double[][] t = pattern.rows(visitDesign);
            double[][] spread = SmallMatrix.product(inverse, means.uncertainty(i));
            double[][][] g = new double[s][][];
            for (int a = 0; a < s; a++) {
                g[a] = SmallMatrix.product(inverse, pattern.part(derivatives.get(a)));
                double[][] middle = SmallMatrix.product(g[a], inverse);
                GeneralisedLeastSquares.addKronecker(ofMeans[a], SmallMatrix.sandwich(t, middle), pattern.zz);
            }
            for (int a = 0; a < s; a++) {
                double[][] withSpread = SmallMatrix.product(spread, g[a]);
                for (int b = 0; b < s; b++) {
                    information[a][b] += 0.5 * pattern.patients() * SmallMatrix.traceOfProduct(g[a], g[b])
                            - SmallMatrix.traceOfProduct(withSpread, g[b]);
                }
            }
        }
        double[][][] scaled = new double[s][][];
        for (int a = 0; a < s; a++) {
            scaled[a] = SmallMatrix.product(means.variance(), ofMeans[a]);
        }
        for (int a = 0; a < s; a++) {
            for (int b = 0; b < s; b++) {
                information[a][b] += 0.5 * SmallMatrix.traceOfProduct(scaled[a], scaled[b]);
            }
        }
        return information;
    }

    /** Degrees of freedom of a linear combination of coefficients. */
    public double degrees(double[] weights) {
        double[][] variance = means.variance();
        int p = weights.length;
        double[] c = new double[p];
        double squares = 0;
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                c[i] += variance[i][j] * weights[j];
            }
            squares += weights[i] * c[i];
        }
        double[] gradient = new double[derivatives.size()];
        for (int i = 0; i < data.size(); i++) {
            addGradient(gradient, i, c);
        }
        double ofVariance = 0;
        for (int a = 0; a < gradient.length; a++) {
            for (int b = 0; b < gradient.length; b++) {
                ofVariance += gradient[a] * varianceOfParameters[a][b] * gradient[b];
            }
        }
        return 2 * squares * squares / ofVariance;
    }

    private void addGradient(double[] gradient, int i, double[] c) {
        Pattern pattern = data.get(i);
        double[][] t = pattern.rows(visitDesign);
        int k = t.length;
        double[][] byVisit = new double[k][q];
        for (int a = 0; a < k; a++) {
            for (int d = 0; d < q; d++) {
                for (int u = 0; u < t[a].length; u++) {
                    byVisit[a][d] += t[a][u] * c[u * q + d];
                }
            }
        }
        double[][] w = SmallMatrix.product(SmallMatrix.product(byVisit, pattern.zz), SmallMatrix.transposed(byVisit));
        double[][] inverse = means.inverse(i);
        double[][] middle = SmallMatrix.product(SmallMatrix.product(inverse, w), inverse);
        for (int s = 0; s < gradient.length; s++) {
            gradient[s] += SmallMatrix.traceOfProduct(middle, pattern.part(derivatives.get(s)));
        }
    }
}
