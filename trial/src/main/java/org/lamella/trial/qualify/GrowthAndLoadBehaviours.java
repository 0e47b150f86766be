package org.lamella.trial.qualify;

import static org.lamella.trial.qualify.Courses.day;
import static org.lamella.trial.qualify.Courses.median;
import static org.lamella.trial.qualify.Courses.people;
import static org.lamella.trial.qualify.Courses.percent;
import static org.lamella.trial.qualify.Courses.sum;
import static org.lamella.trial.qualify.Courses.to;

import java.util.List;
import java.util.Locale;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.Cohort;
import org.lamella.bone.FractureSite;
import org.lamella.bone.Observable;
import org.lamella.bone.Schedule;
import org.lamella.bone.Siblings;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;

/** Behaviours without a drug: untreated growth (i), and fracture, disuse and fracture again, with the cast alone (ix). */
final class GrowthAndLoadBehaviours {
    private static final double CAST_AT = 13;
    private static final int CAST_DAYS = 49;

    private final BoneModel model;

    GrowthAndLoadBehaviours(BoneModel model) {
        this.model = model;
    }

    void measure(Measurements out) {
        growth(out);
        loop(out);
        cast(out);
    }

    private void growth(Measurements out) {
        for (OiType type : List.of(OiType.I, OiType.IV, OiType.III)) {
            Cohort boy = model.newborns(median(model, type));
            to(boy, 2, Schedule.EMPTY);
            double density = boy.read(Observable.SPINE_DENSITY, 0);
            double z = boy.read(Observable.SPINE_Z, 0);
            to(boy, 6, Schedule.EMPTY);
            String id = "growth.type-" + type.name().toLowerCase(Locale.ROOT);
            out.put(id + ".density", percent(boy.read(Observable.SPINE_DENSITY, 0) / density));
            out.put(id + ".z", boy.read(Observable.SPINE_Z, 0) - z);
        }
    }

    private void loop(Measurements out) {
        BoneParameters noDisuse = model.parameters()
                .with("load.fracture_disuse", 0)
                .with("load.fracture_general_disuse", 0)
                .with("load.arm_general_disuse", 0);
        BoneParameters noLoop = noDisuse.with("strength.callus_weakness", 0)
                .with("bow.mean_per_fracture", 0)
                .with("bow.sd_per_fracture", 0);
        double with = rate(model);
        out.put("loop.disuse", with / rate(BoneModel.create(noDisuse)));
        out.put("loop.whole", with / rate(BoneModel.create(noLoop)));
    }

    private static double rate(BoneModel model) {
        Cohort cohort = people(model, OiType.IV);
        to(cohort, 2, Schedule.EMPTY);
        double before = sum(cohort);
        to(cohort, 12, Schedule.EMPTY);
        return sum(cohort) - before;
    }

    private void cast(Measurements out) {
        Siblings boy = Siblings.one(Sex.MALE, model.priors().healthy(Sex.MALE), 1);
        Schedule cast = Schedule.builder()
                .cast(day(CAST_AT), day(CAST_AT) + CAST_DAYS, FractureSite.FEMUR)
                .build();
        Cohort rested = model.newborns(boy);
        Cohort active = model.newborns(boy);
        double off = CAST_AT + CAST_DAYS / Age.DAYS_PER_YEAR;
        out.put("cast.on", loss(rested, active, cast, 13.3));
        out.put("cast.after", loss(rested, active, cast, off + 1.5));
    }

    private static double loss(Cohort rested, Cohort active, Schedule cast, double age) {
        to(rested, age, cast);
        to(active, age, Schedule.EMPTY);
        return percent(rested.read(Observable.METAPHYSEAL_BONE_VOLUME, 0)
                / active.read(Observable.METAPHYSEAL_BONE_VOLUME, 0));
    }
}
