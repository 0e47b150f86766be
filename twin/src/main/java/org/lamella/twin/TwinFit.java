package org.lamella.twin;

import java.util.List;

/**
 * How well the siblings agree with the record.
 *
 * @param siblings number of siblings drawn
 * @param parameterSets number of parameter sets of the bone model among which the siblings are dealt out, 1 or more;
 *     with one, intervals hold no uncertainty about parameters
 * @param effectiveSampleSize Kish effective sample size of their weights, 1 to {@code siblings}
 * @param seed study seed
 * @param observations measured values beside the siblings
 * @param warnings plain sentences, for example when the effective sample size is small or a value was not used
 */
public record TwinFit(
        int siblings,
        int parameterSets,
        double effectiveSampleSize,
        long seed,
        List<ObservationFit> observations,
        List<String> warnings) {
    public TwinFit {
        observations = List.copyOf(observations);
        warnings = List.copyOf(warnings);
    }

    /** A fit under one parameter set. */
    public TwinFit(
            int siblings,
            double effectiveSampleSize,
            long seed,
            List<ObservationFit> observations,
            List<String> warnings) {
        this(siblings, 1, effectiveSampleSize, seed, observations, warnings);
    }
}
