package org.lamella.trial.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Mean cumulative number of events per patient with the robust variance of Lawless and Nadeau
 * (doi:10.1080/00401706.1995.10484300).
 *
 * @param steps one entry per event time, rising
 */
public record MeanCumulative(List<Step> steps) {
    public MeanCumulative {
        steps = List.copyOf(steps);
    }

    /**
     * State after an event time.
     *
     * @param time day of the events
     * @param atRisk number observed at that time
     * @param mean mean cumulative number per patient
     * @param standardError robust standard error
     */
    public record Step(double time, int atRisk, double mean, double standardError) {
        /** Mean cumulative number with a log interval. */
        public Effect estimate() {
            if (mean == 0) {
                return new Effect(0, 0, 0, 0, Double.NaN);
            }
            double half = Effect.Z95 * standardError / mean;
            return new Effect(
                    mean, standardError, mean * StrictMath.exp(-half), mean * StrictMath.exp(half), Double.NaN);
        }
    }

    /**
     * Estimates the curve.
     *
     * <p>With w(s) = 1 / at risk at event day s, and C(t) the sum of events(s) w(s)² up to t, a patient contributes
     * E(t) - C(min(t, end)) to the error, where E(t) is the sum of w over the own events up to t. The squares of this are
     * summed over patients from counts of pairs of days.
     */
    public static MeanCumulative of(RecurrentEvents data) {
        int days = data.lastDay() + 1;
        double[] w = new double[days];
        double[] c = new double[days];
        int[] atRisk = new int[days];
        int still = data.patients();
        for (int t = 0; t < days; t++) {
            atRisk[t] = still;
            w[t] = 1.0 / still;
            c[t] = (t == 0 ? 0 : c[t - 1]) + data.events(t) * w[t] * w[t];
            still -= data.ending(t);
        }
        double[] ownSquares = new double[days];
        data.forEachPair((later, earlier, times) -> ownSquares[later] += times * w[later] * w[earlier]);
        // of the products E C: events whose patients are still seen, and those of patients who have left since
        double[] coming = new double[days];
        double[] leaving = new double[days];
        data.forEachEnd((event, end, times) -> {
            coming[event] += times * w[event];
            leaving[end] += times * w[event];
        });
        List<Step> steps = new ArrayList<>();
        double mean = 0;
        double squares = 0;
        double products = 0;
        double here = 0;
        double expected = 0;
        for (int t = 0; t < days; t++) {
            squares += ownSquares[t];
            here += coming[t];
            if (data.events(t) > 0) {
                mean += data.events(t) * w[t];
                double variance = squares - 2 * (products + here * c[t]) + expected + (double) atRisk[t] * c[t] * c[t];
                steps.add(new Step(t, atRisk[t], mean, StrictMath.sqrt(Math.max(0, variance))));
            }
            here -= leaving[t];
            products += leaving[t] * c[t];
            expected += data.ending(t) * c[t] * c[t];
        }
        return new MeanCumulative(steps);
    }

    /** Mean cumulative number at a time with a log interval. */
    public Effect at(double time) {
        Step last = new Step(0, 0, 0, 0);
        for (Step step : steps) {
            if (step.time() > time) {
                break;
            }
            last = step;
        }
        return last.estimate();
    }
}
