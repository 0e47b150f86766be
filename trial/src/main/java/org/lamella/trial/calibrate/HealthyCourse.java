package org.lamella.trial.calibrate;

import java.util.List;
import org.lamella.bone.BoneModel;
import org.lamella.bone.Cohort;
import org.lamella.bone.FractureMode;
import org.lamella.bone.Recorder;
import org.lamella.bone.Schedule;
import org.lamella.bone.Siblings;
import org.lamella.patient.Sex;
import org.lamella.trial.run.ObservedQuantity;

/**
 * The healthy reference child, read at an age (the time of a target counts from birth).
 *
 * @param id name
 * @param sex sex
 */
record HealthyCourse(String id, Sex sex) implements Experiment {
    @Override
    public List<Prediction> predict(BoneModel model, List<CalibrationTarget> targets, int patients, long seed) {
        Siblings one = Siblings.one(sex, model.priors().healthy(sex), 0);
        return targets.stream().map(t -> read(model, one, t)).toList();
    }

    private static Prediction read(BoneModel model, Siblings one, CalibrationTarget target) {
        if (target.statistic() != CalibrationTarget.Statistic.LEVEL) {
            throw new IllegalArgumentException("target " + target.id() + ": found " + target.statistic()
                    + ", accepted for the healthy reference is level");
        }
        Cohort cohort = model.newborns(one);
        cohort.fractures(new FractureMode.Imposed());
        cohort.advanceTo(target.at().days(), Schedule.EMPTY, Recorder.NONE);
        return new Prediction(cohort.read(ObservedQuantity.of(target.quantity()), 0), 0);
    }
}
