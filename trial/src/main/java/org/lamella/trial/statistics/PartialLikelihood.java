package org.lamella.trial.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The partial likelihood of proportional hazards with Efron's treatment of ties (1977,
 * doi:10.1080/01621459.1977.10480613). Goes through time backwards, adding pieces of follow-up to the risk set where they
 * end and taking them away where they begin.
 */
final class PartialLikelihood {
    private final FollowUpPieces pieces;
    private final Integer[] byStop;
    private final Integer[] byStart;
    private final int p;

    PartialLikelihood(FollowUpPieces pieces) {
        this.pieces = pieces;
        this.byStop = descending(pieces.stop());
        this.byStart = descending(pieces.start());
        this.p = pieces.covariates();
    }

    private static Integer[] descending(double[] key) {
        Integer[] order = new Integer[key.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -key[i]));
        return order;
    }

    /**
     * The likelihood at one set of coefficients.
     *
     * @param logLikelihood its logarithm
     * @param score first derivatives
     * @param information negative second derivatives
     * @param times event times, latest first
     */
    record At(double logLikelihood, double[] score, double[][] information, List<EventTime> times) {}

    /**
     * What happened to the hazard at one event time.
     *
     * @param time when
     * @param hazard jump of the baseline hazard
     * @param hazardOfEvents the same as those with an event met it: ties leave the risk set one after another
     * @param weighted mean covariates of the risk set times the jump
     * @param weightedOfEvents the same as those with an event met it
     * @param mean mean covariates of the risk set, over the events of this time
     */
    record EventTime(
            double time,
            double hazard,
            double hazardOfEvents,
            double[] weighted,
            double[] weightedOfEvents,
            double[] mean) {}

    /** Sums over a set of pieces: relative risk, and its first and second moments in the covariates. */
    private static final class RiskSet {
        double sum;
        final double[] first;
        final double[][] second;

        RiskSet(int p) {
            first = new double[p];
            second = new double[p][p];
        }

        void add(double risk, double[] x) {
            sum += risk;
            for (int j = 0; j < first.length; j++) {
                first[j] += risk * x[j];
                for (int k = 0; k < first.length; k++) {
                    second[j][k] += risk * x[j] * x[k];
                }
            }
        }
    }

    At at(double[] beta) {
        Gathered g = new Gathered();
        RiskSet all = new RiskSet(p);
        int entered = 0;
        int left = 0;
        while (entered < byStop.length) {
            double now = pieces.stop()[byStop[entered]];
            RiskSet events = new RiskSet(p);
            int count = 0;
            while (entered < byStop.length && pieces.stop()[byStop[entered]] == now) {
                int i = byStop[entered++];
                double eta = pieces.logRisk(beta, i);
                int alike = pieces.alikeAt(i);
                double risk = alike * StrictMath.exp(eta);
                all.add(risk, pieces.x()[i]);
                if (pieces.event()[i]) {
                    count += alike;
                    events.add(risk, pieces.x()[i]);
                    g.logLikelihood += alike * eta;
                    for (int j = 0; j < p; j++) {
                        g.score[j] += alike * pieces.x()[i][j];
                    }
                }
            }
            while (left < byStart.length && pieces.start()[byStart[left]] >= now) {
                int i = byStart[left++];
                all.add(-pieces.alikeAt(i) * StrictMath.exp(pieces.logRisk(beta, i)), pieces.x()[i]);
            }
            if (count > 0) {
                g.events(now, count, all, events);
            }
        }
        return new At(g.logLikelihood, g.score, g.information, g.times);
    }

    /** Sums over the event times. */
    private final class Gathered {
        double logLikelihood;
        final double[] score = new double[p];
        final double[][] information = new double[p][p];
        final List<EventTime> times = new ArrayList<>();

        /** Efron: the events of one time leave the risk set one after another, each by its share. */
        void events(double now, int count, RiskSet all, RiskSet events) {
            double hazard = 0;
            double hazardOfEvents = 0;
            double[] weighted = new double[p];
            double[] weightedOfEvents = new double[p];
            double[] meanOfAll = new double[p];
            double[] mean = new double[p];
            for (int tie = 0; tie < count; tie++) {
                double gone = (double) tie / count;
                double atRisk = all.sum - gone * events.sum;
                logLikelihood -= StrictMath.log(atRisk);
                hazard += 1 / atRisk;
                hazardOfEvents += (1 - gone) / atRisk;
                for (int j = 0; j < p; j++) {
                    mean[j] = (all.first[j] - gone * events.first[j]) / atRisk;
                    score[j] -= mean[j];
                    weighted[j] += mean[j] / atRisk;
                    weightedOfEvents[j] += mean[j] * (1 - gone) / atRisk;
                    meanOfAll[j] += mean[j] / count;
                }
                for (int j = 0; j < p; j++) {
                    for (int k = 0; k < p; k++) {
                        information[j][k] +=
                                (all.second[j][k] - gone * events.second[j][k]) / atRisk - mean[j] * mean[k];
                    }
                }
            }
            times.add(new EventTime(now, hazard, hazardOfEvents, weighted, weightedOfEvents, meanOfAll));
        }
    }
}
