package org.lamella.evidence.norms;

import java.util.Arrays;

/**
 * Piecewise cubic Hermite interpolation that never overshoots monotone data (Fritsch and Butland 1984,
 * doi:10.1137/0905021: slopes are weighted harmonic means of the neighbouring secants).
 */
public final class MonotoneCubic {
    private final double[] x;
    private final double[] y;
    private final double[] slope;

    /**
     * @param x nodes, strictly increasing, at least three
     * @param y values at the nodes
     */
    public MonotoneCubic(double[] x, double[] y) {
        if (x.length < 3 || x.length != y.length) {
            throw new IllegalArgumentException("interpolation needs at least 3 nodes and as many values; found "
                    + x.length + " nodes and " + y.length + " values");
        }
        for (int i = 1; i < x.length; i++) {
            if (!(x[i] > x[i - 1])) {
                throw new IllegalArgumentException(
                        "interpolation nodes must increase; found " + x[i - 1] + " before " + x[i]);
            }
        }
        this.x = x.clone();
        this.y = y.clone();
        this.slope = slopes(x, y);
    }

    private static double[] slopes(double[] x, double[] y) {
        int last = x.length - 1;
        double[] m = new double[x.length];
        for (int i = 1; i < last; i++) {
            double h0 = x[i] - x[i - 1];
            double h1 = x[i + 1] - x[i];
            double d0 = (y[i] - y[i - 1]) / h0;
            double d1 = (y[i + 1] - y[i]) / h1;
            double w0 = 2 * h1 + h0;
            double w1 = h1 + 2 * h0;
            m[i] = d0 * d1 > 0 ? (w0 + w1) / (w0 / d0 + w1 / d1) : 0;
        }
        m[0] = endSlope(x[1] - x[0], x[2] - x[1], y[1] - y[0], y[2] - y[1]);
        m[last] = endSlope(
                x[last] - x[last - 1], x[last - 1] - x[last - 2], y[last] - y[last - 1], y[last - 1] - y[last - 2]);
        return m;
    }

    /** Three-point slope at an end, kept within what monotony allows. */
    private static double endSlope(double h0, double h1, double rise0, double rise1) {
        double d0 = rise0 / h0;
        double d1 = rise1 / h1;
        double m = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1);
        if (m * d0 <= 0) {
            return 0;
        }
        return Math.abs(m) > 3 * Math.abs(d0) ? 3 * d0 : m;
    }

    /** Value at a point; beyond the nodes the end value holds. */
    public double at(double point) {
        int last = x.length - 1;
        if (point <= x[0]) {
            return y[0];
        }
        if (point >= x[last]) {
            return y[last];
        }
        int found = Arrays.binarySearch(x, point);
        if (found >= 0) {
            return y[found];
        }
        int i = -found - 2;
        double h = x[i + 1] - x[i];
        double t = (point - x[i]) / h;
        double s = 1 - t;
        return s * s * ((1 + 2 * t) * y[i] + t * h * slope[i])
                + t * t * ((3 - 2 * t) * y[i + 1] - s * h * slope[i + 1]);
    }
}
