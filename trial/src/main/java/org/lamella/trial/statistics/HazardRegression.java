package org.lamella.trial.statistics;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Proportional hazards with Efron's treatment of ties, for counting-process data: Cox for first events, Andersen–Gill for
 * recurrent ones with a variance that is robust against dependence within a patient (Lin and Wei 1989,
 * doi:10.1080/01621459.1989.10478874).
 */
public final class HazardRegression {
    private static final int MOST_STEPS = 50;
    private static final double CONVERGED = 1e-10;

    private final double[][] x;
    private final double[] start;
    private final double[] stop;
    private final boolean[] event;
    private final int[] patient;
    private final Integer[] byStop;
    private final Integer[] byStart;
    private final int p;

    private HazardRegression(double[][] x, double[] start, double[] stop, boolean[] event, int[] patient) {
        this.x = x;
        this.start = start;
        this.stop = stop;
        this.event = event;
        this.patient = patient;
        if (x.length == 0) {
            throw new IllegalArgumentException("proportional hazards: no patients");
        }
        this.p = x[0].length;
        this.byStop = descending(stop);
        this.byStart = descending(start);
    }

    /**
     * The fitted model.
     *
     * @param coefficients log hazard ratios
     * @param modelVariance inverse information
     * @param robustVariance sandwich summed over patients
     * @param logLikelihood partial log-likelihood
     */
    public record Fit(
            double[] coefficients, double[][] modelVariance, double[][] robustVariance, double logLikelihood) {
        /** Hazard ratio of a covariate, variance from the information. */
        public Effect hazardRatio(int covariate) {
            return Effect.normal(coefficients[covariate], StrictMath.sqrt(modelVariance[covariate][covariate]))
                    .exponentiated();
        }

        /** Rate ratio of a covariate with the robust variance. */
        public Effect robustRateRatio(int covariate) {
            return Effect.normal(coefficients[covariate], StrictMath.sqrt(robustVariance[covariate][covariate]))
                    .exponentiated();
        }
    }

    /** First events: everybody is at risk from 0. */
    public static Fit cox(double[][] x, double[] time, boolean[] event) {
        int[] patient = new int[time.length];
        Arrays.setAll(patient, i -> i);
        return new HazardRegression(x, new double[time.length], time, event, patient).fit();
    }

    /**
     * Recurrent events.
     *
     * @param x covariates by row
     * @param start beginning of each piece of follow-up, excluded
     * @param stop end of each piece, included; after the beginning
     * @param event true when the piece ends with an event
     * @param patient patient of each piece
     */
    public static Fit andersenGill(double[][] x, double[] start, double[] stop, boolean[] event, int[] patient) {
        return new HazardRegression(x, start, stop, event, patient).fit();
    }

    private static Integer[] descending(double[] key) {
        Integer[] order = new Integer[key.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> -key[i]));
        return order;
    }

    private Fit fit() {
        double[] beta = new double[p];
        State state = evaluate(beta);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[][] inverse = SmallMatrix.inverse(state.information);
            double[] next = beta.clone();
            double largest = 0;
            for (int j = 0; j < p; j++) {
                double move = 0;
                for (int k = 0; k < p; k++) {
                    move += inverse[j][k] * state.score[k];
                }
                next[j] += Math.clamp(move, -3, 3);
                largest = Math.max(largest, Math.abs(move));
            }
            beta = next;
            state = evaluate(beta);
            if (largest < CONVERGED) {
                double[][] variance = SmallMatrix.inverse(state.information);
                return new Fit(beta, variance, robust(beta, variance, state), state.logLikelihood);
            }
        }
        throw new ArithmeticException("proportional hazards: no finite estimate (an arm without events?)");
    }

    /** Sums at one set of coefficients; {@code hazard} and {@code weighted} are kept per event time for the residuals. */
    private final class State {
        final double[] score = new double[p];
        final double[][] information = new double[p][p];
        double logLikelihood;
        final double[] times = new double[stop.length];
        final double[] hazard = new double[stop.length];
        final double[] hazardOfEvents = new double[stop.length];
        final double[][] weighted = new double[stop.length][p];
        final double[][] weightedOfEvents = new double[stop.length][p];
        final double[][] eventMean = new double[stop.length][p];
        int count;
    }

    private double risk(double[] beta, int i) {
        double eta = 0;
        for (int j = 0; j < p; j++) {
            eta += beta[j] * x[i][j];
        }
        return eta;
    }

    private State evaluate(double[] beta) {
        State s = new State();
        double s0 = 0;
        double[] s1 = new double[p];
        double[][] s2 = new double[p][p];
        int entered = 0;
        int left = 0;
        while (entered < byStop.length) {
            double now = stop[byStop[entered]];
            double d0 = 0;
            double[] d1 = new double[p];
            double[][] d2 = new double[p][p];
            int deaths = 0;
            while (entered < byStop.length && stop[byStop[entered]] == now) {
                int i = byStop[entered++];
                double eta = risk(beta, i);
                double r = StrictMath.exp(eta);
                s0 += add(1, r, i, s1, s2);
                if (event[i]) {
                    deaths++;
                    s.logLikelihood += eta;
                    d0 += add(1, r, i, d1, d2);
                    for (int j = 0; j < p; j++) {
                        s.score[j] += x[i][j];
                    }
                }
            }
            while (left < byStart.length && start[byStart[left]] >= now) {
                int i = byStart[left++];
                s0 += add(-1, StrictMath.exp(risk(beta, i)), i, s1, s2);
            }
            if (deaths > 0) {
                ties(s, now, deaths, s0, s1, s2, d0, d1, d2);
            }
        }
        return s;
    }

    private double add(int sign, double r, int i, double[] first, double[][] second) {
        for (int j = 0; j < p; j++) {
            first[j] += sign * r * x[i][j];
            for (int k = 0; k < p; k++) {
                second[j][k] += sign * r * x[i][j] * x[i][k];
            }
        }
        return sign * r;
    }

    private void ties(
            State s,
            double now,
            int deaths,
            double s0,
            double[] s1,
            double[][] s2,
            double d0,
            double[] d1,
            double[][] d2) {
        int at = s.count++;
        s.times[at] = now;
        double[] mean = new double[p];
        for (int tie = 0; tie < deaths; tie++) {
            double share = (double) tie / deaths;
            double denominator = s0 - share * d0;
            s.logLikelihood -= StrictMath.log(denominator);
            s.hazard[at] += 1 / denominator;
            s.hazardOfEvents[at] += (1 - share) / denominator;
            for (int j = 0; j < p; j++) {
                mean[j] = (s1[j] - share * d1[j]) / denominator;
                s.score[j] -= mean[j];
                s.weighted[at][j] += mean[j] / denominator;
                s.weightedOfEvents[at][j] += mean[j] * (1 - share) / denominator;
                s.eventMean[at][j] += mean[j] / deaths;
            }
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    s.information[j][k] += (s2[j][k] - share * d2[j][k]) / denominator - mean[j] * mean[k];
                }
            }
        }
    }

    /** Sandwich from score residuals summed within patients. */
    private double[][] robust(double[] beta, double[][] variance, State s) {
        int patients = Arrays.stream(patient).max().orElse(0) + 1;
        double[][] residual = new double[patients][p];
        for (int i = 0; i < stop.length; i++) {
            double r = StrictMath.exp(risk(beta, i));
            double[] mine = residual[patient[i]];
            for (int at = 0; at < s.count; at++) {
                if (s.times[at] > stop[i] || s.times[at] <= start[i]) {
                    continue;
                }
                boolean here = event[i] && s.times[at] == stop[i];
                double h = here ? s.hazardOfEvents[at] : s.hazard[at];
                for (int j = 0; j < p; j++) {
                    double w = here ? s.weightedOfEvents[at][j] : s.weighted[at][j];
                    mine[j] -= r * (x[i][j] * h - w);
                    mine[j] += here ? x[i][j] - s.eventMean[at][j] : 0;
                }
            }
        }
        double[][] middle = new double[p][p];
        for (double[] u : residual) {
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    middle[j][k] += u[j] * u[k];
                }
            }
        }
        return SmallMatrix.product(SmallMatrix.product(variance, middle), variance);
    }
}
