package org.lamella.twin.proposal;

/** Lower triangular root {@code L} of a symmetric positive definite matrix {@code A = L L'}. */
public final class Cholesky {
    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /**
     * Factors a matrix; only its lower triangle is read.
     *
     * @throws IllegalArgumentException when the matrix is not positive definite
     */
    public static Cholesky of(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                if (i != j) {
                    lower[i][j] = rest / lower[j][j];
                } else if (rest > 0) {
                    lower[i][i] = Math.sqrt(rest);
                } else {
                    throw new IllegalArgumentException("covariance: found pivot " + rest + " in row " + i
                            + ", accepted is a positive definite matrix");
                }
            }
        }
        return new Cholesky(lower);
    }

    /** {@code L x}. */
    public double[] times(double[] x) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            for (int j = 0; j <= i; j++) {
                y[i] += lower[i][j] * x[j];
            }
        }
        return y;
    }

    /** Squared Mahalanobis length {@code x' A^-1 x}. */
    double squaredLength(double[] x) {
        double[] y = new double[x.length];
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double rest = x[i];
            for (int j = 0; j < i; j++) {
                rest -= lower[i][j] * y[j];
            }
            y[i] = rest / lower[i][i];
            sum += y[i] * y[i];
        }
        return sum;
    }

    /** Half the logarithm of the determinant of {@code A}. */
    double halfLogDeterminant() {
        double sum = 0;
        for (int i = 0; i < lower.length; i++) {
            sum += StrictMath.log(lower[i][i]);
        }
        return sum;
    }
}
