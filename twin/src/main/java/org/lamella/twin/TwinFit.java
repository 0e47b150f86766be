package org.lamella.twin;

import java.util.List;

/**
 * How well the siblings agree with the record.
 *
 * @param siblings number of siblings drawn
 * @param effectiveSampleSize Kish effective sample size of their weights, 1 to {@code siblings}
 * @param seed study seed
 * @param observations measured values beside the siblings
 * @param warnings plain sentences, for example when the effective sample size is small or a value was not used
 */
public record TwinFit(
        int siblings, double effectiveSampleSize, long seed, List<ObservationFit> observations, List<String> warnings) {
    public TwinFit {
        observations = List.copyOf(observations);
        warnings = List.copyOf(warnings);
    }
}
