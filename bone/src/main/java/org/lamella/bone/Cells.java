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

    /** Precursors times their drive: osteoclasts that are made, 1 at rest. */
    final double[] recruits;
    /** What active osteoblasts leave of porosity, 1 over B of at most 1.5. */
    final double[] poresLeft;

    private final Constants c;

    Cells(LaneArrays arrays, Constants constants) {
        this.c = constants;
        precursors = arrays.add("cells.X", 1);
        osteoblastPool = arrays.add("cells.Y", 1);
        vigour = arrays.add("cells.B", 1);
        recruits = new double[arrays.lanes()];
        poresLeft = new double[arrays.lanes()];
        Arrays.fill(poresLeft, 1);
    }

    /**
     * Integrates over {@code days}.
     *
     * @param drive RANKL drive relative to the patient's own baseline
     */
    void precursors(double days, double[] drive) {
        double k = days * c.kX;
        double[] x = precursors;
        double rest = 1 - c.aX;
        double use = c.aX;
        int lanes = x.length;
        double[] made = recruits;
        for (int i = 0; i < lanes; i++) {
            double now = (x[i] + k) / (1 + k * (use * drive[i] + rest));
            x[i] = now;
            made[i] = drive[i] * now;
        }
    }

    /**
     * Integrates over {@code days}; with a drive of 1, pools at rest stay exactly 1.
     *
     * @param wnt Wnt drive w, 1 at baseline
     */
    void osteoblasts(double days, double[] wnt) {
        double k = days * c.kY;
        double kb = days * c.kB;
        double[] y = osteoblastPool;
        double[] b = vigour;
        double rest = 1 - c.hY;
        double use = c.hY;
        double rests = 1 + kb;
        int lanes = y.length;
        for (int i = 0; i < lanes; i++) {
            double w = wnt[i];
            double pool = (y[i] + k) / (1 + k * (use * w + rest));
            double active = (b[i] + kb * w * pool) / rests;
            y[i] = pool;
            b[i] = active;
        }
        double[] left = poresLeft;
        for (int i = 0; i < lanes; i++) {
            left[i] = 1 / Math.min(b[i], MOST_FILLING);
        }
    }
}
