package org.lamella.bone;

import org.lamella.patient.random.KeyedRandom;

/** Which fractures happen while a cohort is advanced. Expected numbers are exposed in either mode. */
public sealed interface FractureMode {
    /** Only the fractures of the schedule happen: a known history, or an expectation without chance. */
    record Imposed() implements FractureMode {}

    /**
     * Only the fractures of the schedule happen, and what a record of them does not tell, the bow that each left, is
     * drawn from the distribution of {@link Sampled}.
     *
     * @param random random numbers of the study
     * @param replicate replicate of the study
     */
    record Recorded(KeyedRandom random, int replicate) implements FractureMode {}

    /**
     * Fractures happen when the cumulative hazard of a site reaches keyed exponential thresholds, counted from the moment
     * this mode is set; all options of a person meet the same thresholds. Fractures of the schedule happen as well.
     *
     * @param random random numbers of the study
     * @param replicate replicate of the study
     */
    record Sampled(KeyedRandom random, int replicate) implements FractureMode {}
}
