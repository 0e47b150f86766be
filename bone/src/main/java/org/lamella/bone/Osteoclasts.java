package org.lamella.bone;

import org.lamella.evidence.ParameterSet;

/** Osteoclast activity of one site (C2): made from precursors under RANKL and load, dying faster on drug-laden bone. */
final class Osteoclasts {
    /** Numbers of this equation group. */
    record Constants(double kC, double maxDeath) {
        static Constants from(ParameterSet bone, ParameterSet drugs) {
            return new Constants(
                    bone.value("cells.osteoclast_rate", "d-1"), drugs.value("bisphosphonate.max_death_gain", "1"));
        }
    }

    /** C; equals the turnover trait at baseline. */
    final double[] activity;

    private final double[] turnover;
    private final Constants c;

    Osteoclasts(LaneArrays arrays, String site, Constants constants, Traits traits) {
        this.c = constants;
        activity = arrays.add(site + ".C", 1);
        turnover = traits.of(Trait.TURNOVER);
    }

    void begin(int i) {
        activity[i] = turnover[i];
    }

    /**
     * Integrates over {@code days}.
     *
     * @param drive RANKL drive relative to baseline
     * @param precursors X
     * @param load multiplier of the mechanostat
     * @param surfaceDrug bisphosphonate on the surface, s
     * @param extraDeath further death rate, such as calcitonin's, as a multiple of the normal one
     */
    void advance(
            double days,
            double[] drive,
            double[] precursors,
            double[] load,
            double[] surfaceDrug,
            double[] extraDeath) {
        double k = days * c.kC;
        double[] a = activity;
        double most = c.maxDeath;
        int n = a.length;
        for (int i = 0; i < n; i++) {
            // C' = k (gain - C (1 + most s / (1 + s) + extra)), multiplied through by 1 + s to divide once
            double s = surfaceDrug[i];
            double bare = 1 + s;
            double grown = a[i] + k * drive[i] * turnover[i] * load[i] * precursors[i];
            a[i] = grown * bare / (bare * (1 + k * (1 + extraDeath[i])) + k * most * s);
        }
    }
}
