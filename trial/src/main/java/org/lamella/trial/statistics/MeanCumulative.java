package org.lamella.trial.statistics;

import java.util.ArrayList;
import java.util.Arrays;
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
     * @param time time of the events
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
     * @param followUp end of observation of each patient, from time 0
     * @param events times of events of each patient, each at or before the end of observation
     */
    public static MeanCumulative of(double[] followUp, double[][] events) {
        double[] times = Arrays.stream(events)
                .flatMapToDouble(Arrays::stream)
                .distinct()
                .sorted()
                .toArray();
        double[] ends = followUp.clone();
        Arrays.sort(ends);
        int[] position = new int[events.length];
        double[][] sorted = new double[events.length][];
        for (int i = 0; i < events.length; i++) {
            sorted[i] = events[i].clone();
            Arrays.sort(sorted[i]);
        }
        double[] influence = new double[events.length];
        double mean = 0;
        List<Step> steps = new ArrayList<>();
        for (double now : times) {
            int atRisk = ends.length - firstAtLeast(ends, now);
            int happened = 0;
            int[] mine = new int[events.length];
            for (int i = 0; i < events.length; i++) {
                while (position[i] < sorted[i].length && sorted[i][position[i]] == now) {
                    position[i]++;
                    mine[i]++;
                    happened++;
                }
            }
            double jump = (double) happened / atRisk;
            mean += jump;
            double variance = 0;
            for (int i = 0; i < events.length; i++) {
                if (followUp[i] >= now) {
                    influence[i] += (mine[i] - jump) / atRisk;
                }
                variance += influence[i] * influence[i];
            }
            steps.add(new Step(now, atRisk, mean, StrictMath.sqrt(variance)));
        }
        return new MeanCumulative(steps);
    }

    private static int firstAtLeast(double[] sorted, double value) {
        int at = 0;
        while (at < sorted.length && sorted[at] < value) {
            at++;
        }
        return at;
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
