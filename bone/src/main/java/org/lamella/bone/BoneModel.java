package org.lamella.bone;

import java.util.function.IntFunction;

/** The bone model LAM-1 with one set of parameters; immutable and shared by any number of cohorts. */
public final class BoneModel {
    private final BoneParameters parameters;

    private BoneModel(BoneParameters parameters) {
        this.parameters = parameters;
    }

    /** Prepares the model; runs the healthy reference of each sex once. */
    public static BoneModel create(BoneParameters parameters) {
        return new BoneModel(parameters);
    }

    public BoneParameters parameters() {
        return parameters;
    }

    /** Siblings on the day of birth; the cohort's clock then counts days of age. */
    public Cohort newborns(Siblings siblings) {
        throw new UnsupportedOperationException("the kernel is not connected yet");
    }

    /**
     * Siblings grown from birth to their own ages; the cohort's clock then starts at 0 for all.
     *
     * @param siblings who
     * @param ageDays age of each sibling when the clock starts
     * @param history what happened before, by sibling, on days of age
     * @param mode which fractures happen before
     */
    public Cohort grown(Siblings siblings, int[] ageDays, IntFunction<Schedule> history, FractureMode mode) {
        throw new UnsupportedOperationException("the kernel is not connected yet");
    }
}
