package org.lamella.trial.analysis;

/** Sums, and sums of products, of several quantities of the same patients. */
final class CrossSums {
    private final double[] sum;
    private final double[][] product;
    private int patients;

    CrossSums(int quantities) {
        sum = new double[quantities];
        product = new double[quantities][quantities];
    }

    void add(double... values) {
        patients++;
        for (int i = 0; i < sum.length; i++) {
            sum[i] += values[i];
            for (int j = 0; j < sum.length; j++) {
                product[i][j] += values[i] * values[j];
            }
        }
    }

    int patients() {
        return patients;
    }

    double sum(int quantity) {
        return sum[quantity];
    }

    double product(int one, int other) {
        return product[one][other];
    }

    /** Sum over patients of the square of a weighted sum of their quantities. */
    double square(double... weights) {
        double square = 0;
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum.length; j++) {
                square += weights[i] * product[i][j] * weights[j];
            }
        }
        return Math.max(0, square);
    }
}
