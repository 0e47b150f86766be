package org.lamella.trial.qualify;

import static org.lamella.trial.qualify.Courses.day;
import static org.lamella.trial.qualify.Courses.doses;
import static org.lamella.trial.qualify.Courses.median;
import static org.lamella.trial.qualify.Courses.perKg;
import static org.lamella.trial.qualify.Courses.percent;
import static org.lamella.trial.qualify.Courses.to;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lamella.bone.BoneModel;
import org.lamella.bone.Cohort;
import org.lamella.bone.Observable;
import org.lamella.bone.Schedule;
import org.lamella.bone.Siblings;
import org.lamella.patient.Drug;
import org.lamella.patient.OiType;

/**
 * Behaviours under a bisphosphonate: what the biopsy and the plateau show (ii), turnover (iii), stopping (iv), fractures
 * before density (v), and less benefit in severe types (vi).
 */
final class BisphosphonateBehaviours {
    private static final double START = 5;
    private static final double STOP = 9;
    private static final double BIOPSY_AFTER = 2.4;
    private static final Schedule ZOLEDRONATE = doses(Drug.ZOLEDRONATE, perKg("0.05"), START, STOP, 0.5);

    private final BoneModel model;

    BisphosphonateBehaviours(BoneModel model) {
        this.model = model;
    }

    void measure(Measurements out) {
        biopsy(out);
        double[] z = treated(median(model, OiType.IV), Observable.SPINE_Z, 5, 6, 7, 8);
        out.put("zoledronate.plateau", (z[3] - z[2]) / (z[1] - z[0]));
        for (OiType type : List.of(OiType.I, OiType.IV)) {
            String id = "zoledronate.type-" + type.name().toLowerCase(Locale.ROOT);
            out.put(id + ".ctx", ratio(type, Observable.CTX, START + 1));
            out.put(id + ".p1np", ratio(type, Observable.P1NP, START + 1));
        }
        double spine = kept(Observable.SPINE_DENSITY);
        out.put("stopping.spine-kept", spine);
        out.put("stopping.metaphysis-over-spine", kept(Observable.METAPHYSEAL_BONE_VOLUME) / spine);
        fractures(out);
    }

    private void biopsy(Measurements out) {
        Schedule.Builder cycles = Schedule.builder();
        for (double age = START; age < STOP; age += 1 / 3.0) {
            for (int day = 0; day < 3; day++) {
                cycles.dose(day(age) + day, Drug.PAMIDRONATE, perKg("1"));
            }
        }
        Cohort boy = model.newborns(median(model, OiType.IV));
        to(boy, START, Schedule.EMPTY);
        Map<String, Double> before = ilium(boy);
        to(boy, START + BIOPSY_AFTER, cycles.build());
        Map<String, Double> after = ilium(boy);
        before.forEach((id, start) ->
                out.put("pamidronate." + id, percent(after.getOrDefault(id, Double.NaN) / start)));
    }

    private static Map<String, Double> ilium(Cohort boy) {
        return Map.of(
                "cortical-width", boy.read(Observable.ILIAC_CORTICAL_WIDTH, 0),
                "bone-volume", boy.read(Observable.ILIAC_BONE_VOLUME, 0),
                "trabecular-number", boy.read(Observable.ILIAC_TRABECULAR_NUMBER, 0),
                "trabecular-thickness", boy.read(Observable.ILIAC_TRABECULAR_THICKNESS, 0));
    }

    /** Share of the gain at the end of treatment that is left two years later. */
    private double kept(Observable what) {
        return (ratio(OiType.IV, what, STOP + 2) - 1) / (ratio(OiType.IV, what, STOP) - 1);
    }

    private void fractures(Measurements out) {
        double early = ratio(OiType.I, Observable.HAZARD_FEMUR, START + 0.25);
        double late = ratio(OiType.I, Observable.HAZARD_FEMUR, STOP);
        double densityShare = (ratio(OiType.I, Observable.SPINE_DENSITY, START + 0.25) - 1)
                / (ratio(OiType.I, Observable.SPINE_DENSITY, STOP) - 1);
        double iv = ratio(OiType.IV, Observable.HAZARD_FEMUR, STOP);
        double iii = ratio(OiType.III, Observable.HAZARD_FEMUR, STOP);
        out.put("hazard.early", early);
        out.put("hazard.before-density", (1 - early) / (1 - late) / densityShare);
        out.put("hazard.iv-minus-i", iv - late);
        out.put("hazard.iii-minus-iv", iii - iv);
    }

    private double ratio(OiType type, Observable what, double age) {
        Cohort untreated = model.newborns(median(model, type));
        to(untreated, age, Schedule.EMPTY);
        return treated(median(model, type), what, age)[0] / untreated.read(what, 0);
    }

    private double[] treated(Siblings boy, Observable what, double... ages) {
        Cohort cohort = model.newborns(boy);
        double[] values = new double[ages.length];
        for (int i = 0; i < ages.length; i++) {
            to(cohort, ages[i], ZOLEDRONATE);
            values[i] = cohort.read(what, 0);
        }
        return values;
    }
}
