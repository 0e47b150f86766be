package org.lamella.twin.likelihood;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Error of scans of one person on one scanner: each value has an error of its own (Student's t, four degrees of
 * freedom), and all share an offset that drifts slowly, a stationary Ornstein-Uhlenbeck process,
 *
 * <pre>{@code o_j = rho_j o_{j-1} + sqrt(1 - rho_j^2) sd e_j,   rho_j = exp(-years_j / memory)}</pre>
 *
 * It stands for what the model of the spine does not know about this child (Kennedy and O'Hagan's model discrepancy,
 * doi:10.1111/1467-9868.00294) and for scanner and reference. The offset lives on a grid and is summed out by a forward
 * filter, exact but for the width of the grid.
 */
public final class DriftingOffset {
    private static final int HALF = 32;
    private static final double STEP = 0.125;
    private static final int POINTS = 2 * HALF + 1;

    private final double own;
    private final double sd;
    private final double[] prior = new double[POINTS];
    private final double[][][] transitions;

    /**
     * @param error own error of one scan and standard deviation of the offset, above 0
     * @param memoryYears time over which the offset keeps 37 % of itself, above 0
     * @param years when the scans were made, ascending
     */
    public DriftingOffset(SeriesError error, double memoryYears, double... years) {
        if (!(memoryYears > 0 && error.shared() > 0)) {
            throw new IllegalArgumentException("drifting offset: found memory " + memoryYears + " and spread "
                    + error.shared() + ", accepted are above 0");
        }
        this.own = error.own();
        this.sd = error.shared();
        double total = 0;
        for (int k = 0; k < POINTS; k++) {
            prior[k] = StrictMath.exp(-0.5 * at(k) * at(k));
            total += prior[k];
        }
        for (int k = 0; k < POINTS; k++) {
            prior[k] /= total;
        }
        transitions = new double[years.length][][];
        for (int j = 1; j < years.length; j++) {
            transitions[j] = transition(StrictMath.exp(-(years[j] - years[j - 1]) / memoryYears));
        }
    }

    /** Rows: from; columns: to; each row sums to 1. */
    private static double[][] transition(double rho) {
        double innovation = Math.sqrt(1 - rho * rho);
        double[][] rows = new double[POINTS][POINTS];
        for (int from = 0; from < POINTS; from++) {
            if (innovation < STEP / 4) {
                rows[from][from] = 1;
                continue;
            }
            double total = 0;
            for (int to = 0; to < POINTS; to++) {
                double e = (at(to) - rho * at(from)) / innovation;
                rows[from][to] = StrictMath.exp(-0.5 * e * e);
                total += rows[from][to];
            }
            for (int to = 0; to < POINTS; to++) {
                rows[from][to] /= total;
            }
        }
        return rows;
    }

    /** Offset of a point of the grid, in standard deviations. */
    private static double at(int point) {
        return STEP * (point - HALF);
    }

    /**
     * Log likelihood up to a constant that is the same for all siblings.
     *
     * @param residuals measured less true, one for each scan
     */
    public double logLikelihood(double... residuals) {
        double log = 0;
        double[] filtered = prior;
        for (int j = 0; j < residuals.length; j++) {
            filtered = weigh(predict(j, filtered), residuals[j]);
            double total = 0;
            for (double share : filtered) {
                total += share;
            }
            log += StrictMath.log(total);
            for (int k = 0; k < POINTS; k++) {
                filtered[k] /= total;
            }
        }
        return log;
    }

    /**
     * Offsets at the scans, drawn together given the residuals (forward filter, backward draws).
     *
     * @param uniform a random number above 0 and below 1 for each scan
     * @param residuals measured less true, one for each scan
     */
    public double[] draw(IntToDoubleFunction uniform, double... residuals) {
        double[][] filtered = new double[residuals.length][];
        for (int j = 0; j < residuals.length; j++) {
            filtered[j] = weigh(predict(j, j == 0 ? prior : filtered[j - 1]), residuals[j]);
        }
        double[] path = new double[residuals.length];
        int next = -1;
        for (int j = residuals.length - 1; j >= 0; j--) {
            double[] shares = filtered[j];
            if (next >= 0) {
                for (int k = 0; k < POINTS; k++) {
                    shares[k] *= transitions[j + 1][k][next];
                }
            }
            double target = uniform.applyAsDouble(j) * Arrays.stream(shares).sum();
            next = 0;
            double below = 0;
            while (next < POINTS - 1 && below + shares[next] < target) {
                below += shares[next];
                next++;
            }
            double within = shares[next] > 0 ? Math.clamp((target - below) / shares[next], 0, 1) : 0.5;
            path[j] = sd * (at(next) + STEP * (within - 0.5));
        }
        return path;
    }

    private double[] predict(int scan, double[] before) {
        if (scan == 0) {
            return before.clone();
        }
        double[] now = new double[POINTS];
        for (int from = 0; from < POINTS; from++) {
            double share = before[from];
            double[] row = transitions[scan][from];
            for (int to = 0; to < POINTS; to++) {
                now[to] += share * row[to];
            }
        }
        return now;
    }

    private double[] weigh(double[] shares, double residual) {
        for (int k = 0; k < POINTS; k++) {
            double t = (residual - sd * at(k)) / own;
            double kernel = 1 + t * t / 4;
            // kernel^(-5/2)
            shares[k] /= kernel * kernel * Math.sqrt(kernel);
        }
        return shares;
    }
}
