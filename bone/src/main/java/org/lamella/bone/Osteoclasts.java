package org.lamella.bone;

import java.util.Arrays;
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
     * @param recruits RANKL drive times X
     * @param load multiplier of the mechanostat
     * @param survival share that the step leaves, from {@link Survival}
     */
    void advance(double days, double[] recruits, double[] load, double[] survival) {
        double k = days * c.kC;
        double[] a = activity;
        double[] own = turnover;
        int n = a.length;
        for (int i = 0; i < n; i++) {
            a[i] = (a[i] + k * recruits[i] * own[i] * load[i]) * survival[i];
        }
    }

    /** Osteoclasts that a step leaves on one kind of surface; all sites with that surface share it. */
    static final class Survival {
        final double[] share;

        private final Constants c;

        Survival(int lanes, Constants constants) {
            this.c = constants;
            share = new double[lanes];
        }

        /** The share for a step of {@code days} where nothing kills them before their time: the same bits, sooner. */
        void rest(double days) {
            Arrays.fill(share, 1 / (1 + days * c.kC));
        }

        /**
         * Renews the share for a step of {@code days}: 1 / (1 + k (1 + most s / (1 + s) + extra)), multiplied through by
         * 1 + s to divide once.
         *
         * @param surfaceDrug bisphosphonate on the surface, s
         * @param extraDeath further death rate, such as calcitonin's, as a multiple of the normal one
         */
        void renew(double days, double[] surfaceDrug, double[] extraDeath) {
            double k = days * c.kC;
            double most = c.maxDeath;
            double[] left = share;
            int n = left.length;
            for (int i = 0; i < n; i++) {
                double s = surfaceDrug[i];
                double bare = 1 + s;
                left[i] = bare / (bare * (1 + k * (1 + extraDeath[i])) + k * most * s);
            }
        }
    }
}
