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
     * Integrates lanes {@code from} to {@code until - 1}: exact for a resting activity, drive L load X / (1 + deaths), that
     * moves evenly as drug wears off.
     *
     * @param recruits RANKL drive times X
     * @param load multiplier of the mechanostat
     * @param survival share that the step leaves
     */
    void advance(int from, int until, double[] recruits, double[] load, Survival survival) {
        double[] a = activity;
        double[] mean = meanActivity;
        double[] own = turnover;
        double[] before = survival.lifetimeBefore;
        double[] after = survival.lifetimeAfter;
        double[] perLost = survival.perLost;
        double[] left = survival.left;
        double[] meanLeft = survival.meanLeft;
        for (int i = from; i < until; i++) {
            double made = recruits[i] * own[i] * load[i];
            double rest = made * before[i];
            double away = a[i] - rest;
            double moves = made * (after[i] - before[i]);
            double lag = moves * perLost[i];
            a[i] = rest + moves - lag * (1 - left[i]) + away * left[i];
            mean[i] = rest + 0.5 * moves - lag * (1 - meanLeft[i]) + away * meanLeft[i];
        }
    }

    /** Osteoclasts made of one lane's recruits without load. */
    double made(int i) {
        return turnover[i];
    }

    /** Osteoclasts that a step leaves on one kind of surface; all sites with that surface share it. */
    static final class Survival {
        /** Lifetime relative to the normal one, at the beginning and at the end of the step. */
        final double[] lifetimeBefore;

        final double[] lifetimeAfter;
        /** One over the deaths of a step at mean rate, for each that lives. */
        final double[] perLost;
        /** Share that is left at the end of the step, and on its mean. */
        final double[] left;

        final double[] meanLeft;

        private final Constants c;
        private final LaneFunctions functions;

        Survival(int lanes, Constants constants, LaneFunctions functions) {
            this.c = constants;
            this.functions = functions;
            lifetimeBefore = new double[lanes];
            lifetimeAfter = new double[lanes];
            perLost = new double[lanes];
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
            Arrays.fill(lifetimeBefore, from, until, 1);
            Arrays.fill(lifetimeAfter, from, until, 1);
            System.arraycopy(length.left(Fading.OSTEOCLASTS), from, left, from, until - from);
            double[] days = length.days;
            double[] per = perLost;
            double rate = c.kC;
            for (int i = from; i < until; i++) {
                per[i] = 1 / (rate * days[i]);
            }
            means(from, until);
        }

        private void means(int from, int until) {
            double[] lasts = left;
            double[] mean = meanLeft;
            double[] per = perLost;
            for (int i = from; i < until; i++) {
                mean[i] = (1 - lasts[i]) * per[i];
            }
        }

        /**
         * Renews the shares: deaths are 1 + most s / (1 + s) of the normal ones. A lane without drug keeps the bits of
         * {@link #rest}.
         *
         * @param surface bisphosphonate on the surface, s, at the beginning of the step
         * @param midway the same in its middle
         */
        void renew(int from, int until, StepLength length, double[] surface, double[] midway) {
            lifetimes(from, until, surface, midway);
            double[] days = length.days;
            double[] lasts = left;
            double[] per = perLost;
            double rate = c.kC;
            double most = c.maxDeath;
            for (int i = from; i < until; i++) {
                double s = midway[i];
                double lost = rate * days[i] * (1 + most * s / (1 + s));
                per[i] = 1 / lost;
                lasts[i] = -lost;
            }
            functions.exp(lasts, from, until);
            means(from, until);
        }

        private void lifetimes(int from, int until, double[] surface, double[] midway) {
            double[] before = lifetimeBefore;
            double[] after = lifetimeAfter;
            double most = c.maxDeath;
            for (int i = from; i < until; i++) {
                double bare = 1 + surface[i];
                before[i] = bare / (bare + most * surface[i]);
            }
            for (int i = from; i < until; i++) {
                double s = Math.max(2 * midway[i] - surface[i], 0);
                after[i] = (1 + s) / (1 + s + most * s);
            }
        }
    }
}
