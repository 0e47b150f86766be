package org.lamella.twin.calibration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.lamella.bone.BoneModel;
import org.lamella.bone.MeasuredGrowth;
import org.lamella.bone.Observable;
import org.lamella.bone.Schedule;
import org.lamella.bone.Siblings;
import org.lamella.bone.TraitValues;
import org.lamella.patient.Administration;
import org.lamella.patient.Analyte;
import org.lamella.patient.Drug;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.Regimen;
import org.lamella.patient.Route;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.MilligramsPerKilogram;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;
import org.lamella.twin.ObservationErrors;
import org.lamella.twin.prior.PersonPrior;
import org.lamella.twin.prior.PriorOfPerson;
import org.lamella.twin.proposal.SiblingDraws;
import org.lamella.twin.proposal.StandardNormal;

/**
 * A child drawn from the prior, grown by the model with fractures by chance, measured with the assumed errors once a year
 * from the age of two, and followed for one more year without drug. Its own growth, fractures and scans make its record;
 * half of the children have zoledronate every half year from the age of two.
 *
 * @param record what a clinic would know
 * @param asOf day of the plan
 * @param traits true traits
 * @param treated true with zoledronate
 * @param spineZ true spine Z on the day of the plan, on the scale of the child's scanner
 * @param limbHazard true hazard of limb fractures per year on the day of the plan
 * @param nextZ true spine Z a year later, on the scale of the child's scanner
 * @param nextScan spine Z as it was measured a year later
 * @param nextFractures fractures of all sites in that year
 */
record VirtualChild(
        Patient record,
        LocalDate asOf,
        TraitValues traits,
        boolean treated,
        double spineZ,
        double limbHazard,
        double nextZ,
        double nextScan,
        int nextFractures) {
    static final LocalDate BIRTH = LocalDate.of(2010, 1, 1);
    static final int YEAR = 365;
    static final int FIRST_YEAR = 2;
    private static final OiType[] TYPES = {OiType.I, OiType.III, OiType.IV};

    /** Draws one child that lives under a parameter set; everything follows from seed and number. */
    static VirtualChild draw(BoneModel model, ObservationErrors errors, long seed, int number) {
        KeyedRandom random = new KeyedRandom(seed);
        long key = 0x5EED_0000_0000L + number;
        OiType type = TYPES[random.below(TYPES.length, key, 0, Process.RECRUITMENT, 1)];
        Sex sex = Sex.values()[random.below(2, key, 0, Process.RECRUITMENT, 2)];
        int years = 3 + random.below(5, key, 0, Process.RECRUITMENT, 3);
        boolean treated = random.below(2, key, 0, Process.RECRUITMENT, 4) == 1;
        Patient unborn = Patient.builder("virtual-" + seed + "-" + number, sex, BIRTH)
                .diagnosis(new OiDiagnosis(type, null, null))
                .build();
        PersonPrior prior = new PriorOfPerson(model.parameters(), errors).of(unborn, type, MeasuredGrowth.NONE, BIRTH);
        double[] position = new StandardNormal(prior.dimension()).draw(new SiblingDraws(random, key));
        TraitValues traits = prior.traits(0, position);
        Schedule.Builder schedule = Schedule.builder();
        List<Administration> doses = new ArrayList<>();
        Regimen.Amount.ByWeight amount = new Regimen.Amount.ByWeight(MilligramsPerKilogram.of("0.05"), null);
        for (int day = 2 * YEAR + 30; treated && day < years * YEAR; day += 182) {
            schedule.dose(day, Drug.ZOLEDRONATE, amount);
            doses.add(new Administration(
                    BIRTH.plusDays(day), Drug.ZOLEDRONATE, null, amount.perWeight(), Route.INTRAVENOUS));
        }
        VirtualLife life = new VirtualLife(model, Siblings.one(sex, traits, key), schedule.build(), random);
        life.liveTo((years + 1) * YEAR);
        MeasurementErrors measurement = new MeasurementErrors(random, key, errors);
        Patient patient = life.record(unborn, doses, years, measurement);
        int now = years * YEAR;
        return new VirtualChild(
                patient,
                BIRTH.plusDays(now),
                traits,
                treated,
                life.at(now, Observable.SPINE_Z) + measurement.spineOffset(years),
                life.at(now, Observable.HAZARD_FEMUR)
                        + life.at(now, Observable.HAZARD_TIBIA)
                        + life.at(now, Observable.HAZARD_UPPER_LIMB),
                life.at(now + YEAR, Observable.SPINE_Z) + measurement.spineOffset(years + 1),
                life.at(now + YEAR, Observable.SPINE_Z) + measurement.spineZ(years + 1),
                (int) Math.round(
                        life.at(now + YEAR, Observable.COUNT_FRACTURES) - life.at(now, Observable.COUNT_FRACTURES)));
    }

    /** Age reference that goes with the virtual markers. */
    static OptionalDouble median(Analyte analyte) {
        return analyte == Analyte.CTX || analyte == Analyte.P1NP ? OptionalDouble.of(1000) : OptionalDouble.empty();
    }
}
