package org.lamella.trial.qualify;

import static org.lamella.trial.qualify.Courses.doses;
import static org.lamella.trial.qualify.Courses.perKg;
import static org.lamella.trial.qualify.Courses.percent;
import static org.lamella.trial.qualify.Courses.to;

import org.lamella.bone.BoneModel;
import org.lamella.bone.Cohort;
import org.lamella.bone.Observable;
import org.lamella.bone.Schedule;
import org.lamella.bone.Siblings;
import org.lamella.patient.Drug;
import org.lamella.patient.OiType;
import org.lamella.patient.Regimen;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Milligrams;

/** Behaviours under antibodies: rebound after denosumab in child and woman (vii), anti-sclerostin in adults (viii). */
final class AntibodyBehaviours {
    private final BoneModel model;

    AntibodyBehaviours(BoneModel model) {
        this.model = model;
    }

    void measure(Measurements out) {
        Siblings child = Siblings.one(Sex.FEMALE, model.priors().median(OiType.IV, Sex.FEMALE), 1);
        Siblings woman = Siblings.one(Sex.FEMALE, model.priors().healthy(Sex.FEMALE), 1);
        double young = rebound(child, 7, perKg("1"), 0.25);
        double old = rebound(woman, 60, new Regimen.Amount.Fixed(Milligrams.of("60")), 0.5);
        out.put("denosumab.rebound-child", young);
        out.put("denosumab.child-minus-woman", young - old);
        antiSclerostin(out);
    }

    /** Highest resorption in the year and a half after a year of denosumab, against the untreated twin. */
    private double rebound(Siblings who, double age, Regimen.Amount amount, double every) {
        Schedule schedule = doses(Drug.DENOSUMAB, amount, age, age + 1, every);
        Cohort treated = model.newborns(who);
        Cohort untreated = model.newborns(who);
        double peak = 0;
        for (double later = age + 1; later < age + 2.5; later += 0.1) {
            to(treated, later, schedule);
            to(untreated, later, Schedule.EMPTY);
            peak = Math.max(peak, treated.read(Observable.CTX, 0) / untreated.read(Observable.CTX, 0));
        }
        return peak;
    }

    private void antiSclerostin(Measurements out) {
        Siblings woman = Siblings.one(Sex.FEMALE, model.priors().median(OiType.I, Sex.FEMALE), 1);
        Schedule monthly = doses(Drug.SETRUSUMAB, perKg("20"), 40, 41, 1 / 12.0);
        Cohort treated = model.newborns(woman);
        Cohort untreated = model.newborns(woman);
        to(treated, 40.04, monthly);
        to(untreated, 40.04, Schedule.EMPTY);
        out.put("setrusumab.p1np-two-weeks", against(treated, untreated, Observable.P1NP));
        to(treated, 41, monthly);
        to(untreated, 41, Schedule.EMPTY);
        out.put("setrusumab.p1np-year", against(treated, untreated, Observable.P1NP));
        out.put("setrusumab.spine", percent(against(treated, untreated, Observable.SPINE_DENSITY)));
    }

    private static double against(Cohort treated, Cohort untreated, Observable what) {
        return treated.read(what, 0) / untreated.read(what, 0);
    }
}
