package org.lamella.bench;

import org.lamella.bone.BoneModel;
import org.lamella.bone.FractureMode;
import org.lamella.bone.Schedule;
import org.lamella.bone.Siblings;
import org.lamella.patient.Drug;
import org.lamella.patient.OiType;
import org.lamella.patient.Regimen;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;
import org.lamella.patient.measure.MilligramsPerKilogram;
import org.lamella.patient.random.KeyedRandom;

/**
 * The work of the whole-run benchmarks: newborns of types I, III and IV and both sexes, followed for some years with
 * fractures sampled, zoledronate 0.05 mg/kg every half year from the second birthday, and three observables every month.
 *
 * @param patients number of people, 1 or more
 * @param years years each is followed, 1 to 25
 * @param threads threads, 1 or more
 */
record Job(int patients, int years, int threads) {
    private static final OiType[] TYPES = {OiType.I, OiType.III, OiType.IV};
    private static final KeyedRandom RANDOM = new KeyedRandom(2026);

    Job {
        if (patients < 1 || years < 1 || years > 25 || threads < 1) {
            throw new IllegalArgumentException("job: found " + patients + " patients, " + years + " years, " + threads
                    + " threads, accepted are 1 or more, 1 to 25, 1 or more");
        }
    }

    int days() {
        return (int) Math.round(years * Age.DAYS_PER_YEAR);
    }

    double patientYears() {
        return (double) patients * years;
    }

    static FractureMode fractures() {
        return new FractureMode.Sampled(RANDOM, 0);
    }

    /** Patients {@code from} to {@code until - 1}; each depends on its own number only. */
    static Siblings patients(BoneModel model, int from, int until) {
        Siblings.Builder builder =
                Siblings.builder(until - from, Sex.FEMALE, model.priors().median(OiType.I, Sex.FEMALE));
        for (int i = from; i < until; i++) {
            Sex sex = i % 2 == 0 ? Sex.FEMALE : Sex.MALE;
            OiType type = TYPES[i % TYPES.length];
            builder.sex(i - from, sex)
                    .traits(i - from, model.priors().draw(type, sex, RANDOM, i, 0))
                    .key(i - from, i);
        }
        return builder.build();
    }

    /** Zoledronate every half year from the second birthday on. */
    Schedule treatment() {
        Schedule.Builder builder = Schedule.builder();
        Regimen.Amount amount = new Regimen.Amount.ByWeight(MilligramsPerKilogram.of("0.05"), null);
        for (int half = 4; half < 2 * years; half++) {
            builder.dose((int) Math.round(half * Age.DAYS_PER_YEAR / 2), Drug.ZOLEDRONATE, amount);
        }
        return builder.build();
    }
}
