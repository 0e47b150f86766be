package org.lamella.twin.calibration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.lamella.bone.BoneModel;
import org.lamella.bone.Cohort;
import org.lamella.bone.FractureMode;
import org.lamella.bone.FractureSite;
import org.lamella.bone.MeasuredGrowth;
import org.lamella.bone.Observable;
import org.lamella.bone.Recorder;
import org.lamella.bone.Schedule;
import org.lamella.bone.Siblings;
import org.lamella.bone.TraitValues;
import org.lamella.patient.Administration;
import org.lamella.patient.Analyte;
import org.lamella.patient.Bone;
import org.lamella.patient.Drug;
import org.lamella.patient.DxaScan;
import org.lamella.patient.Fracture;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.LabResult;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.Regimen;
import org.lamella.patient.Route;
import org.lamella.patient.Sex;
import org.lamella.patient.Side;
import org.lamella.patient.SkeletalSite;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Centimetres;
import org.lamella.patient.measure.Kilograms;
import org.lamella.patient.measure.MilligramsPerKilogram;
import org.lamella.patient.measure.ZScore;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;
import org.lamella.twin.ObservationErrors;
import org.lamella.twin.likelihood.SeriesError;
import org.lamella.twin.likelihood.StudentT4;
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
    private static final LocalDate BIRTH = LocalDate.of(2010, 1, 1);
    private static final int YEAR = 365;
    private static final int FIRST_YEAR = 2;
    private static final OiType[] TYPES = {OiType.I, OiType.III, OiType.IV};
    private static final FractureSite[] SITES = FractureSite.values();

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
        Life life = new Life(model, Siblings.one(sex, traits, key), schedule.build(), random);
        life.liveTo((years + 1) * YEAR);
        Errors measurement = new Errors(random, key, errors);
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

    /** Errors with one offset per series, as the likelihood assumes; that of spine Z drifts from year to year. */
    private record Errors(KeyedRandom random, long key, ObservationErrors errors) {
        double spineOffset(int year) {
            double rho = StrictMath.exp(-1 / errors.spineZOffsetMemory());
            double offset = 0;
            for (int y = FIRST_YEAR; y <= year; y++) {
                double kept = y == FIRST_YEAR ? 0 : rho;
                offset = kept * offset
                        + Math.sqrt(1 - kept * kept) * random.normal(key, 0, Process.MEASUREMENT, 500 + y);
            }
            return errors.spineZ().shared() * offset;
        }

        double spineZ(int year) {
            return spineOffset(year)
                    + of(year, 0, new SeriesError(errors.spineZ().own(), 0));
        }

        double of(int occasion, int series, SeriesError error) {
            int base = 1000 * series;
            double offset = random.normal(key, 0, Process.MEASUREMENT, base);
            double own = StudentT4.draw(
                    random.normal(key, 0, Process.MEASUREMENT, base + 10 + occasion),
                    random.uniform(key, 0, Process.MEASUREMENT, base + 110 + occasion),
                    random.uniform(key, 0, Process.MEASUREMENT, base + 210 + occasion));
            return error.own() * own + error.shared() * offset;
        }
    }

    /** The life of one child, with every day's readings. */
    private static final class Life {
        private static final Observable[] KEPT = {
            Observable.SPINE_Z,
            Observable.CTX,
            Observable.P1NP,
            Observable.HEIGHT,
            Observable.WEIGHT,
            Observable.HAZARD_FEMUR,
            Observable.HAZARD_TIBIA,
            Observable.HAZARD_UPPER_LIMB,
            Observable.COUNT_FEMUR,
            Observable.COUNT_TIBIA,
            Observable.COUNT_UPPER_LIMB,
            Observable.COUNT_VERTEBRA,
            Observable.COUNT_FRACTURES
        };
        private static final List<Observable> ORDER = List.of(KEPT);
        private final List<double[]> days = new ArrayList<>();
        private final Cohort cohort;
        private final Schedule schedule;

        Life(BoneModel model, Siblings child, Schedule schedule, KeyedRandom random) {
            cohort = model.newborns(child);
            cohort.fractures(new FractureMode.Sampled(random, 0));
            this.schedule = schedule;
        }

        void liveTo(int day) {
            cohort.advanceTo(day, schedule, new Recorder() {
                @Override
                public boolean due(int day) {
                    return day == days.size();
                }

                @Override
                public void record(int day, int firstLane, LaneView lanes) {
                    double[] row = new double[KEPT.length];
                    for (int o = 0; o < KEPT.length; o++) {
                        row[o] = lanes.read(KEPT[o], 0);
                    }
                    days.add(row);
                }
            });
            if (days.size() == day) {
                double[] row = new double[KEPT.length];
                for (int o = 0; o < KEPT.length; o++) {
                    row[o] = cohort.read(KEPT[o], 0);
                }
                days.add(row);
            }
        }

        double at(int day, Observable observable) {
            return days.get(day)[ORDER.indexOf(observable)];
        }

        Patient record(Patient unborn, List<Administration> doses, int years, Errors measurement) {
            PatientBuilder builder = Patient.builder(unborn.id(), unborn.sex(), unborn.birthDate())
                    .diagnosis(unborn.diagnosis());
            doses.forEach(builder::add);
            for (int year = FIRST_YEAR; year <= years; year++) {
                LocalDate date = BIRTH.plusDays((long) year * YEAR);
                int day = year * YEAR;
                builder.add(new HeightMeasurement(
                        date,
                        new Centimetres(at(day, Observable.HEIGHT)),
                        HeightMeasurement.Posture.STANDING,
                        MeasurementMethod.MEASURED));
                builder.add(new WeightMeasurement(
                        date,
                        new Kilograms(java.math.BigDecimal.valueOf(at(day, Observable.WEIGHT))),
                        MeasurementMethod.MEASURED));
                double z = at(day, Observable.SPINE_Z) + measurement.spineZ(year);
                builder.add(new DxaScan(
                        date, SkeletalSite.LUMBAR_SPINE, null, null, new ZScore(Math.clamp(z, -20, 20)), "r", "d"));
                builder.add(marker(date, Analyte.CTX, at(day, Observable.CTX), measurement, year, 1));
                builder.add(marker(date, Analyte.P1NP, at(day, Observable.P1NP), measurement, year, 2));
            }
            for (int day = 0; day < years * YEAR; day++) {
                for (FractureSite site : SITES) {
                    Observable count = count(site);
                    int broken = (int) Math.round(at(day + 1, count) - at(day, count));
                    if (broken > 0) {
                        builder.add(new Fracture(
                                BIRTH.plusDays(day), bone(site), Side.LEFT, Fracture.Mechanism.LOW_ENERGY));
                    }
                }
            }
            return builder.build();
        }

        /** The age reference of the tests has median 1000 for both markers at all ages. */
        private static LabResult marker(
                LocalDate date, Analyte analyte, double ratio, Errors measurement, int year, int series) {
            SeriesError error = analyte == Analyte.CTX
                    ? measurement.errors().ctx()
                    : measurement.errors().p1np();
            double value = 1000 * ratio * StrictMath.exp(measurement.of(year, series, error));
            return new LabResult(date, analyte, java.math.BigDecimal.valueOf(value), null, null, "m");
        }

        private static Observable count(FractureSite site) {
            return switch (site) {
                case FEMUR -> Observable.COUNT_FEMUR;
                case TIBIA -> Observable.COUNT_TIBIA;
                case UPPER_LIMB -> Observable.COUNT_UPPER_LIMB;
                case VERTEBRA -> Observable.COUNT_VERTEBRA;
            };
        }

        private static Bone bone(FractureSite site) {
            return switch (site) {
                case FEMUR -> Bone.FEMUR;
                case TIBIA -> Bone.TIBIA;
                case UPPER_LIMB -> Bone.FOREARM;
                case VERTEBRA -> Bone.VERTEBRA;
            };
        }
    }

    /** Age reference that goes with the virtual markers. */
    static OptionalDouble median(Analyte analyte) {
        return analyte == Analyte.CTX || analyte == Analyte.P1NP ? OptionalDouble.of(1000) : OptionalDouble.empty();
    }
}
