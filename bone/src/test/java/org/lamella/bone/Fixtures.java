package org.lamella.bone;

import java.util.Map;
import java.util.TreeMap;
import org.lamella.patient.Drug;
import org.lamella.patient.OiType;
import org.lamella.patient.Regimen;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;
import org.lamella.patient.measure.Milligrams;
import org.lamella.patient.measure.MilligramsPerKilogram;

/** Shared pieces of the tests of this module. */
final class Fixtures {
    static final BoneParameters PARAMETERS = BoneParameters.load();
    static final BoneModel MODEL = BoneModel.create(PARAMETERS);

    private Fixtures() {}

    /** A step of a number of days for some lanes. */
    static StepLength step(int lanes, double days) {
        StepLength length = new StepLength(lanes, StepLength.Rates.from(PARAMETERS.bone()));
        for (int i = 0; i < lanes; i++) {
            length.set(i, days);
        }
        return length;
    }

    static int day(double years) {
        return (int) Math.round(years * Age.DAYS_PER_YEAR);
    }

    static Regimen.Amount perKg(String mg) {
        return new Regimen.Amount.ByWeight(MilligramsPerKilogram.of(mg), null);
    }

    static Regimen.Amount fixed(String mg) {
        return new Regimen.Amount.Fixed(Milligrams.of(mg));
    }

    /** Doses from one age to another (excluded). */
    static Schedule doses(Drug drug, Regimen.Amount amount, double fromAge, double untilAge, double everyYears) {
        Schedule.Builder builder = Schedule.builder();
        for (double age = fromAge; age < untilAge - 1e-9; age += everyYears) {
            builder.dose(day(age), drug, amount);
        }
        return builder.build();
    }

    static Siblings median(OiType type, Sex sex) {
        return Siblings.one(sex, MODEL.priors().median(type, sex), 1);
    }

    /** Readings of one sibling at some ages. */
    static Map<Double, Map<Observable, Double>> course(
            BoneModel model, Siblings one, Schedule schedule, double[] ages, Observable... observables) {
        Cohort cohort = model.newborns(one);
        Map<Double, Map<Observable, Double>> result = new TreeMap<>();
        for (double age : ages) {
            cohort.advanceTo(day(age), schedule, Recorder.NONE);
            Map<Observable, Double> readings = new TreeMap<>();
            for (Observable observable : observables) {
                readings.put(observable, cohort.read(observable, 0));
            }
            result.put(age, readings);
        }
        return result;
    }
}
