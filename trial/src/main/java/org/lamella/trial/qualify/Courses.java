package org.lamella.trial.qualify;

import org.lamella.bone.BoneModel;
import org.lamella.bone.Cohort;
import org.lamella.bone.FractureMode;
import org.lamella.bone.Observable;
import org.lamella.bone.Recorder;
import org.lamella.bone.Schedule;
import org.lamella.bone.Siblings;
import org.lamella.patient.Drug;
import org.lamella.patient.OiType;
import org.lamella.patient.Regimen;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;
import org.lamella.patient.measure.MilligramsPerKilogram;
import org.lamella.patient.random.KeyedRandom;

/** Courses of life that the inequalities of the book look at: who lives them, to what age, with which doses. */
final class Courses {
    private Courses() {}

    /** Two hundred girls of a type whose fractures happen. */
    static Cohort people(BoneModel model, OiType type) {
        int n = 200;
        KeyedRandom random = new KeyedRandom(9);
        Siblings.Builder builder =
                Siblings.builder(n, Sex.FEMALE, model.priors().median(type, Sex.FEMALE));
        for (int i = 0; i < n; i++) {
            builder.traits(i, model.priors().draw(type, Sex.FEMALE, random, i, 0))
                    .key(i, i);
        }
        Cohort cohort = model.newborns(builder.build());
        cohort.fractures(new FractureMode.Sampled(random, 0));
        return cohort;
    }

    /** Expected fractures of all people so far. */
    static double sum(Cohort cohort) {
        double sum = 0;
        for (int i = 0; i < cohort.lanes(); i++) {
            sum += cohort.read(Observable.EXPECTED_FRACTURES, i);
        }
        return sum;
    }

    /** One boy with the medians of a type. */
    static Siblings median(BoneModel model, OiType type) {
        return Siblings.one(Sex.MALE, model.priors().median(type, Sex.MALE), 1);
    }

    /** Lets people grow to an age in years. */
    static void to(Cohort cohort, double age, Schedule schedule) {
        cohort.advanceTo(day(age), schedule, Recorder.NONE);
    }

    /** A ratio as a change in percent. */
    static double percent(double ratio) {
        return 100 * (ratio - 1);
    }

    /** Day of life at an age in years. */
    static int day(double years) {
        return (int) Math.round(years * Age.DAYS_PER_YEAR);
    }

    /** Dose by body weight, mg/kg, without a cap. */
    static Regimen.Amount perKg(String mg) {
        return new Regimen.Amount.ByWeight(MilligramsPerKilogram.of(mg), null);
    }

    /** Doses from one age to before another, both in years, at a distance in years. */
    static Schedule doses(Drug drug, Regimen.Amount amount, double from, double until, double every) {
        Schedule.Builder builder = Schedule.builder();
        for (double age = from; age < until - 1e-9; age += every) {
            builder.dose(day(age), drug, amount);
        }
        return builder.build();
    }
}
