package org.lamella.trial.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Covariance between visits of greatest likelihood.
 *
 * @param covariance between visits
 * @param derivatives of the covariance by each of its parameters
 */
record CovarianceModel(double[][] covariance, List<double[][]> derivatives) {
    private static final int MOST_STEPS = 20_000;
    private static final double CONVERGED = 1e-11;

    static CovarianceModel of(
            RepeatedMeasures.Structure structure, List<Pattern> data, double[][] visits, int q, boolean restricted) {
        return switch (structure) {
            case UNSTRUCTURED -> unstructured(data, visits, q, restricted);
            case COMPOUND_SYMMETRY ->
                oneCorrelation(data, visits, q, restricted, -1.0 / Math.max(1, visits.length - 1), (a, b, rho) -> rho);
            case AUTOREGRESSIVE ->
                oneCorrelation(data, visits, q, restricted, -1, (a, b, rho) -> StrictMath.pow(rho, Math.abs(a - b)));
        };
    }

    /**
     * Expectation and maximisation (Dempster, Laird and Rubin 1977, doi:10.1111/j.2517-6161.1977.tb01600.x): missed visits
     * are expected from the seen ones. Without missing visits the first step is already exact.
     */
    private static CovarianceModel unstructured(List<Pattern> data, double[][] visits, int q, boolean restricted) {
        int k = visits.length;
        double[][] sigma = identity(k);
        double patients = data.stream().mapToInt(Pattern::patients).sum();
        for (int step = 0; step < MOST_STEPS; step++) {
            GeneralisedLeastSquares means = new GeneralisedLeastSquares(data, visits, q, sigma);
            double[][] next = new double[k][k];
            for (int i = 0; i < data.size(); i++) {
                double[][] seen = means.residuals(i);
                if (restricted) {
                    SmallMatrix.add(seen, means.uncertainty(i));
                }
                SmallMatrix.add(next, completed(data.get(i), sigma, means.inverse(i), seen));
            }
            double change = 0;
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < k; b++) {
                    next[a][b] /= patients;
                    change = Math.max(change, Math.abs(next[a][b] - sigma[a][b]));
                }
            }
            sigma = next;
            if (change < CONVERGED * SmallMatrix.trace(sigma)) {
                return new CovarianceModel(sigma, elements(k));
            }
        }
        throw new ArithmeticException("repeated measures: the covariance did not settle (too few patients per visit?)");
    }

    /** Expected products of residuals of all visits, given those of the seen ones. */
    private static double[][] completed(Pattern pattern, double[][] sigma, double[][] inverse, double[][] seen) {
        int k = sigma.length;
        int[] at = pattern.seen();
        double[][] fromSeen = new double[k][at.length];
        for (int v = 0; v < k; v++) {
            for (int a = 0; a < at.length; a++) {
                for (int b = 0; b < at.length; b++) {
                    fromSeen[v][a] += sigma[v][at[b]] * inverse[b][a];
                }
            }
        }
        double[][] products =
                SmallMatrix.product(SmallMatrix.product(fromSeen, seen), SmallMatrix.transposed(fromSeen));
        for (int v = 0; v < k; v++) {
            for (int w = 0; w < k; w++) {
                double left = sigma[v][w];
                for (int a = 0; a < at.length; a++) {
                    left -= fromSeen[v][a] * sigma[at[a]][w];
                }
                products[v][w] += pattern.patients() * left;
            }
        }
        return products;
    }

    private static List<double[][]> elements(int k) {
        List<double[][]> elements = new ArrayList<>();
        for (int a = 0; a < k; a++) {
            for (int b = 0; b <= a; b++) {
                double[][] element = new double[k][k];
                element[a][b] = 1;
                element[b][a] = 1;
                elements.add(element);
            }
        }
        return elements;
    }

    /** Correlation of two visits. */
    private interface Correlation {
        double of(int a, int b, double rho);
    }

    /** One variance, which has a closed form, and one correlation, which is searched. */
    private static CovarianceModel oneCorrelation(
            List<Pattern> data, double[][] visits, int q, boolean restricted, double lowest, Correlation form) {
        int k = visits.length;
        DoubleUnaryOperator deviance = rho -> {
            double[][] shape = shape(k, rho, 1, form);
            double variance = variance(data, visits, q, restricted, shape);
            return new GeneralisedLeastSquares(data, visits, q, shape(k, rho, variance, form))
                    .minusTwoLogLikelihood(restricted);
        };
        double edge = 1e-4 * (1 - lowest);
        double rho = lowest(deviance, lowest + edge, 1 - edge);
        double variance = variance(data, visits, q, restricted, shape(k, rho, 1, form));
        double h = 1e-6;
        double[][] byRho = shape(k, rho + h, variance / (2 * h), form);
        SmallMatrix.add(byRho, shape(k, rho - h, -variance / (2 * h), form));
        return new CovarianceModel(shape(k, rho, variance, form), List.of(shape(k, rho, 1, form), byRho));
    }

    /** Golden section search (Kiefer 1953, doi:10.1090/S0002-9939-1953-0055639-3). */
    private static double lowest(DoubleUnaryOperator function, double from, double until) {
        double golden = (StrictMath.sqrt(5) - 1) / 2;
        double a = from;
        double b = until;
        double left = b - golden * (b - a);
        double right = a + golden * (b - a);
        double atLeft = function.applyAsDouble(left);
        double atRight = function.applyAsDouble(right);
        while (b - a > 1e-9) {
            if (atLeft < atRight) {
                b = right;
                right = left;
                atRight = atLeft;
                left = b - golden * (b - a);
                atLeft = function.applyAsDouble(left);
            } else {
                a = left;
                left = right;
                atLeft = atRight;
                right = a + golden * (b - a);
                atRight = function.applyAsDouble(right);
            }
        }
        return (a + b) / 2;
    }

    private static double variance(List<Pattern> data, double[][] visits, int q, boolean restricted, double[][] shape) {
        GeneralisedLeastSquares means = new GeneralisedLeastSquares(data, visits, q, shape);
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            sum += SmallMatrix.traceOfProduct(means.inverse(i), means.residuals(i));
        }
        return sum / means.freeObservations(restricted);
    }

    private static double[][] shape(int k, double rho, double scale, Correlation form) {
        double[][] shape = new double[k][k];
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                shape[a][b] = scale * (a == b ? 1 : form.of(a, b, rho));
            }
        }
        return shape;
    }

    private static double[][] identity(int k) {
        return shape(k, 0, 1, (a, b, rho) -> 0);
    }
}
