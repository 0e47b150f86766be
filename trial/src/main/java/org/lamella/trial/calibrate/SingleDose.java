package org.lamella.trial.calibrate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.lamella.bone.BoneModel;
import org.lamella.bone.Cohort;
import org.lamella.bone.FractureMode;
import org.lamella.bone.Recorder;
import org.lamella.bone.Schedule;
import org.lamella.bone.Siblings;
import org.lamella.patient.Drug;
import org.lamella.patient.Regimen;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;
import org.lamella.patient.measure.Milligrams;
import org.lamella.trial.run.ObservedQuantity;

/**
 * The healthy reference person given one dose of different sizes, once.
 *
 * @param id name
 * @param drug what
 * @param doses mg, the control (0) first; arms are named by their dose
 * @param sex sex
 * @param ageDays age at the dose
 */
record SingleDose(String id, Drug drug, List<BigDecimal> doses, Sex sex, int ageDays) implements Experiment {
    SingleDose {
        doses = List.copyOf(doses);
        if (doses.isEmpty() || doses.getFirst().signum() != 0) {
            throw new IllegalArgumentException(id + ": found doses " + doses + ", accepted is 0 first, as the control");
        }
    }

    @Override
    public List<Prediction> predict(BoneModel model, List<CalibrationTarget> targets, int patients, long seed) {
        Siblings one = Siblings.one(sex, model.priors().healthy(sex), 0);
        Cohort start = model.grown(one, new int[] {ageDays}, i -> Schedule.EMPTY, new FractureMode.Imposed());
        List<Prediction> predictions = new ArrayList<>();
        for (CalibrationTarget target : targets) {
            if (target.statistic() != CalibrationTarget.Statistic.PERCENT_OF_CONTROL) {
                throw new IllegalArgumentException("target " + target.id() + ": found " + target.statistic()
                        + ", accepted for a single dose is percent_of_control");
            }
            double treated = value(start.fork(), target, new BigDecimal(target.arm()));
            double control = value(start.fork(), target, BigDecimal.ZERO);
            predictions.add(new Prediction(100 * (treated / control - 1), 0));
        }
        return predictions;
    }

    private double value(Cohort cohort, CalibrationTarget target, BigDecimal mg) {
        if (doses.stream().noneMatch(d -> d.compareTo(mg) == 0)) {
            throw new IllegalArgumentException(
                    "target " + target.id() + ": found a dose of " + mg + " mg, accepted are " + doses);
        }
        Schedule schedule = mg.signum() == 0
                ? Schedule.EMPTY
                : Schedule.builder()
                        .dose(0, drug, new Regimen.Amount.Fixed(new Milligrams(mg)))
                        .build();
        cohort.advanceTo(target.at().days(), schedule, Recorder.NONE);
        return cohort.read(ObservedQuantity.of(target.quantity()), 0);
    }

    static int days(double years) {
        return (int) Math.round(years * Age.DAYS_PER_YEAR);
    }
}
