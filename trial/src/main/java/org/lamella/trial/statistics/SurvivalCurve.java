package org.lamella.trial.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Kaplan–Meier estimate with Greenwood's variance and log-log intervals.
 *
 * @param steps one entry per event time, rising
 */
public record SurvivalCurve(List<Step> steps) {
    public SurvivalCurve {
        steps = List.copyOf(steps);
    }

    /**
     * State after an event time.
     *
     * @param time day of the event
     * @param atRisk number at risk just before
     * @param events number of events
     * @param survival share without event just after
     * @param standardError Greenwood
     */
    public record Step(double time, int atRisk, int events, double survival, double standardError) {
        /** Share without event, with log-log interval; p-value is not defined. */
        public Effect estimate() {
            double s = survival;
            if (s >= 1 || s <= 0) {
                return new Effect(s, standardError, s, s, Double.NaN);
            }
            double log = StrictMath.log(s);
            double half = Effect.Z95 * standardError / (s * Math.abs(log));
            return new Effect(
                    s,
                    standardError,
                    StrictMath.pow(s, StrictMath.exp(half)),
                    StrictMath.pow(s, StrictMath.exp(-half)),
                    Double.NaN);
        }
    }

    /** Estimates the curve. */
    public static SurvivalCurve of(EventTimes times) {
        List<Step> steps = new ArrayList<>();
        double survival = 1;
        double greenwood = 0;
        int atRisk = times.patients();
        for (int day = 0; day <= times.lastDay(); day++) {
            int events = times.events(day);
            if (events > 0) {
                survival *= 1 - (double) events / atRisk;
                greenwood += (double) events / ((double) atRisk * (atRisk - events));
                double se = survival == 0 ? Double.NaN : survival * StrictMath.sqrt(greenwood);
                steps.add(new Step(day, atRisk, events, survival, se));
            }
            atRisk -= times.leaving(day);
        }
        return new SurvivalCurve(steps);
    }

    /** Share without event at a time, with log-log interval; p-value is not defined. */
    public Effect at(double time) {
        Step last = new Step(0, 0, 0, 1, 0);
        for (Step step : steps) {
            if (step.time() > time) {
                break;
            }
            last = step;
        }
        return last.estimate();
    }
}
