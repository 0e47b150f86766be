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
}
