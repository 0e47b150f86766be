package org.lamella.bone;

import java.util.Arrays;

/**
 * Monotone piecewise cubic through given points (Fritsch and Carlson 1980, doi:10.1137/0717021, with the harmonic mean
 * slopes of Fritsch and Butland); constant outside.
 */
final class MonotoneCubic {
    private final double[] x;
    private final double[] y;
    private final double[] slope;

    MonotoneCubic(double[] x, double[] y) {
        this.x = x.clone();
        this.y = y.clone();
        this.slope = new double[x.length];
        for (int i = 1; i < x.length - 1; i++) {
            double left = (y[i] - y[i - 1]) / (x[i] - x[i - 1]);
            double right = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
            if (left * right > 0) {
                double a = 2 * (x[i + 1] - x[i]) + (x[i] - x[i - 1]);
                double b = (x[i + 1] - x[i]) + 2 * (x[i] - x[i - 1]);
                slope[i] = (a + b) / (a / left + b / right);
            }
        }
        if (x.length > 1) {
            slope[0] = (y[1] - y[0]) / (x[1] - x[0]);
        }
    }

    double value(double at) {
        return evaluate(at, false);
    }

    /** First derivative; 0 outside. */
    double derivative(double at) {
        return evaluate(at, true);
    }

    private double evaluate(double at, boolean derivative) {
        int last = x.length - 1;
        if (at <= x[0] && (at < x[0] || last == 0)) {
            return derivative ? 0 : y[0];
        }
        if (at >= x[last]) {
            return derivative ? 0 : y[last];
        }
        int found = Arrays.binarySearch(x, at);
        int i = found >= 0 ? found : -found - 2;
        double h = x[i + 1] - x[i];
        double t = (at - x[i]) / h;
        double d = (y[i + 1] - y[i]) / h;
        double c = (3 * d - 2 * slope[i] - slope[i + 1]) / h;
        double b = (slope[i] + slope[i + 1] - 2 * d) / (h * h);
        double s = t * h;
        return derivative ? slope[i] + s * (2 * c + 3 * b * s) : y[i] + s * (slope[i] + s * (c + b * s));
    }
}
