package org.lamella.trial.calibrate;

import java.util.List;
import org.lamella.bone.BoneModel;

/** Something that was done to people and can be done to virtual ones. */
interface Experiment {
    /** Name in the targets file. */
    String id();

    /**
     * Simulates it.
     *
     * @param model the bone model
     * @param targets what to read off, all of this experiment
     * @param patients patients in all arms together
     * @param seed seed; the same for all parameter sets, so that they meet the same people and chances
     */
    List<Prediction> predict(BoneModel model, List<CalibrationTarget> targets, int patients, long seed);

    /**
     * A simulated mean.
     *
     * @param mean the figure
     * @param standardError its Monte-Carlo error
     */
    record Prediction(double mean, double standardError) {}
}
