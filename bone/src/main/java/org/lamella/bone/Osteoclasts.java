package org.lamella.bone;

import java.util.Arrays;
import org.lamella.bone.StepLength.Fading;
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
    /** Mean C of the last step. */
    final double[] meanActivity;

    private final double[] turnover;

    Osteoclasts(LaneArrays arrays, String site, Traits traits) {
        activity = arrays.addStepped(site + ".C", 1);
        meanActivity = new double[arrays.lanes()];
        turnover = traits.of(Trait.TURNOVER);
    }

    void begin(int i) {
        activity[i] = turnover[i];
    }

    /**
     * Integrates lanes {@code from} to {@code until - 1} exactly for steady signals: C tends to
     * drive L load X / (1 + deaths).
     *
     * @param recruits RANKL drive times X
     * @param load multiplier of the mechanostat
     * @param survival share that the step leaves
     */
    void advance(int from, int until, double[] recruits, double[] load, Survival survival) {
        double[] a = activity;
        double[] mean = meanActivity;
        double[] own = turnover;
        double[] lives = survival.lifetime;
        double[] left = survival.left;
        double[] meanLeft = survival.meanLeft;
        for (int i = from; i < until; i++) {
            double rest = recruits[i] * own[i] * load[i] * lives[i];
            double away = a[i] - rest;
            a[i] = rest + away * left[i];
            mean[i] = rest + away * meanLeft[i];
        }
    }

    /** Osteoclasts made of one lane's recruits without load. */
    double made(int i) {
        return turnover[i];
    }

    /** Osteoclasts that a step leaves on one kind of surface; all sites with that surface share it. */
    static final class Survival {
        /** Lifetime relative to the normal one. */
        final double[] lifetime;
        /** Share that is left at the end of the step, and on its mean. */
        final double[] left;

        final double[] meanLeft;

        private final Constants c;
        private final LaneFunctions functions;

        Survival(int lanes, Constants constants, LaneFunctions functions) {
            this.c = constants;
            this.functions = functions;
            lifetime = new double[lanes];
            left = new double[lanes];
            meanLeft = new double[lanes];
        }

        /** Deaths relative to the normal ones on a surface with drug s. */
        double deaths(double s) {
            return 1 + c.maxDeath * s / (1 + s);
        }

        /** Normal deaths per day. */
        double rate() {
            return c.kC;
        }

        /** The shares where nothing kills them before their time: the same bits, sooner. */
        void rest(int from, int until, StepLength length) {
            Arrays.fill(lifetime, from, until, 1);
            System.arraycopy(length.left(Fading.OSTEOCLASTS), from, left, from, until - from);
            double[] days = length.days;
            double[] lasts = left;
            double[] mean = meanLeft;
            double rate = c.kC;
            for (int i = from; i < until; i++) {
                mean[i] = (1 - lasts[i]) / (rate * days[i]);
            }
        }

        /**
         * Renews the shares: deaths are 1 + most s / (1 + s) of the normal ones. A lane without drug keeps the bits of
         * {@link #rest}.
         *
         * @param surfaceDrug bisphosphonate on the surface, s, on the mean of the step
         */
        void renew(int from, int until, StepLength length, double[] surfaceDrug) {
            double[] days = length.days;
            double[] lives = lifetime;
            double[] lasts = left;
            double[] mean = meanLeft;
            double rate = c.kC;
            double most = c.maxDeath;
            for (int i = from; i < until; i++) {
                double bare = 1 + surfaceDrug[i];
                lives[i] = bare / (bare + most * surfaceDrug[i]);
                lasts[i] = 1 + most * surfaceDrug[i] / bare;
            }
            for (int i = from; i < until; i++) {
                double lost = rate * days[i] * lasts[i];
                mean[i] = lost;
                lasts[i] = -lost;
            }
            functions.exp(lasts, from, until);
            for (int i = from; i < until; i++) {
                mean[i] = (1 - lasts[i]) / mean[i];
            }
        }
    }
}
