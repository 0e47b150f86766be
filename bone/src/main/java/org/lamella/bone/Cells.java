package org.lamella.bone;

import java.util.Arrays;
import org.lamella.evidence.ParameterSet;

/**
 * Systemic cell pools (C1, C3, C4): osteoclast precursors X, osteoblast precursors Y, osteoblast vigour B. Without drugs
 * all rest at 1.
 */
final class Cells {
    private static final double MOST_FILLING = 1.5;

    /** Numbers of this equation group; rates per day. */
    record Constants(double kX, double aX, double kY, double hY, double kB) {
        static Constants from(ParameterSet p) {
            return new Constants(
                    p.value("cells.precursor_rate", "d-1"),
                    p.value("cells.precursor_use", "1"),
                    p.value("cells.osteoblast_pool_rate", "d-1"),
                    p.value("cells.osteoblast_pool_use", "1"),
                    p.value("cells.osteoblast_rate", "d-1"));
        }
    }

    final double[] precursors;
    final double[] osteoblastPool;
    final double[] vigour;

    /** Precursors times their drive on the mean of the last step: osteoclasts that are made, 1 at rest. */
    final double[] recruits;
    /** Mean vigour of the last step. */
    final double[] meanVigour;
    /** What active osteoblasts leave of porosity, 1 over B of at most 1.5. */
    final double[] poresLeft;

    private final Constants c;

    Cells(LaneArrays arrays, Constants constants) {
        this.c = constants;
        precursors = arrays.addStepped("cells.X", 1);
        osteoblastPool = arrays.addStepped("cells.Y", 1);
        vigour = arrays.addStepped("cells.B", 1);
        recruits = new double[arrays.lanes()];
        meanVigour = new double[arrays.lanes()];
        poresLeft = new double[arrays.lanes()];
        Arrays.fill(meanVigour, 1);
        Arrays.fill(poresLeft, 1);
    }

    /**
     * Integrates lanes {@code from} to {@code until - 1}; {@code recruits} becomes the mean over the step.
     *
     * @param drive RANKL drive relative to the patient's own baseline, held over the step
     */
    void precursors(int from, int until, StepLength length, double[] drive) {
        double[] days = length.days;
        double[] x = precursors;
        double[] made = recruits;
        double rate = c.kX;
        double rest = 1 - c.aX;
        double use = c.aX;
        for (int i = from; i < until; i++) {
            double k = days[i] * rate;
            double lost = k * (use * drive[i] + rest);
            double half = 1 + 0.5 * lost;
            double left = 1 / (1 + lost * half);
            made[i] = drive[i] * (x[i] * half + k * (0.5 + 0.5 * lost)) * left;
            x[i] = (x[i] + k * half) * left;
        }
    }

    /** Precursors after a short step from {@code x}, by the same rule. */
    double precursorsAfter(double x, double days, double drive) {
        double k = days * c.kX;
        double lost = k * (c.aX * drive + 1 - c.aX);
        double half = 1 + 0.5 * lost;
        return (x + k * half) / (1 + lost * half);
    }

    /**
     * Integrates the osteoblasts of one lane over {@code days}; with a drive of 1, pools at rest stay exactly 1.
     *
     * @param w Wnt drive, 1 at baseline
     */
    void osteoblasts(int i, double days, double w) {
        double k = days * c.kY;
        double kb = days * c.kB;
        osteoblastPool[i] = (osteoblastPool[i] + k) / (1 + k * (c.hY * w + 1 - c.hY));
        vigour[i] = (vigour[i] + kb * w * osteoblastPool[i]) / (1 + kb);
    }

    /** Sets the mean vigour of a lane's step, and what it leaves of porosity. */
    void meanVigour(int i, double mean) {
        meanVigour[i] = mean;
        poresLeft[i] = 1 / Math.min(mean, MOST_FILLING);
    }
}
