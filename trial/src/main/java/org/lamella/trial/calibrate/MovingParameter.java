package org.lamella.trial.calibrate;

import java.util.Set;

/**
 * A number of the model that a stage may move.
 *
 * @param id identifier in the parameter files
 * @param start prior median
 * @param stages stages that move it
 * @param logSd prior standard deviation of its logarithm
 * @param low least value
 * @param high largest value
 */
public record MovingParameter(String id, double start, Set<Integer> stages, double logSd, double low, double high) {
    public MovingParameter {
        stages = Set.copyOf(stages);
        if (!(logSd > 0 && low > 0 && low <= start && start <= high)) {
            throw new IllegalArgumentException("parameter " + id + ": found log sd " + logSd + ", start " + start
                    + " and bounds " + low + " to " + high
                    + "; accepted are a positive spread and 0 < low <= start <= high");
        }
    }

    /** The logarithm of a value, moved inside the bounds. */
    double bounded(double logarithm) {
        return Math.clamp(logarithm, StrictMath.log(low), StrictMath.log(high));
    }

    /** Logarithm of the value that lies {@code z} prior standard deviations from the median. */
    double prior(double z) {
        return bounded(StrictMath.log(start) + logSd * z);
    }
}
