package org.lamella.trial.statistics;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;

/** Products and inverses of the few-by-few matrices of regression. */
final class SmallMatrix {
    private SmallMatrix() {}

    static double[][] inverse(double[][] a) {
        return new LUDecomposition(new Array2DRowRealMatrix(a))
                .getSolver()
                .getInverse()
                .getData();
    }

    static double[][] product(double[][] a, double[][] b) {
        return new Array2DRowRealMatrix(a).multiply(new Array2DRowRealMatrix(b)).getData();
    }

    static double[][] transposed(double[][] a) {
        double[][] t = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < t.length; j++) {
                t[j][i] = a[i][j];
            }
        }
        return t;
    }

    /** t' m t. */
    static double[][] sandwich(double[][] t, double[][] m) {
        return product(product(transposed(t), m), t);
    }

    static double trace(double[][] a) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i][i];
        }
        return sum;
    }

    static double traceOfProduct(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                sum += a[i][j] * b[j][i];
            }
        }
        return sum;
    }

    /** Adds the second to the first. */
    static void add(double[][] sum, double[][] more) {
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum[i].length; j++) {
                sum[i][j] += more[i][j];
            }
        }
    }
}
