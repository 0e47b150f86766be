package org.lamella.twin.calibration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.lamella.bone.BoneModel;
import org.lamella.bone.Cohort;
import org.lamella.bone.FractureMode;
import org.lamella.bone.FractureSite;
import org.lamella.bone.Observable;
import org.lamella.bone.Recorder;
import org.lamella.bone.Schedule;
import org.lamella.bone.Siblings;
import org.lamella.patient.Administration;
import org.lamella.patient.Analyte;
import org.lamella.patient.Bone;
import org.lamella.patient.DxaScan;
import org.lamella.patient.Fracture;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.LabResult;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.Side;
import org.lamella.patient.SkeletalSite;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Centimetres;
import org.lamella.patient.measure.Kilograms;
import org.lamella.patient.measure.ZScore;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.twin.likelihood.SeriesError;

/** The life of one child, with every day's readings. */
final class VirtualLife {
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
    private static final FractureSite[] SITES = FractureSite.values();
    private static final List<Observable> ORDER = List.of(KEPT);
    private final List<double[]> days = new ArrayList<>();
    private final Cohort cohort;
    private final Schedule schedule;

    VirtualLife(BoneModel model, Siblings child, Schedule schedule, KeyedRandom random) {
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

    Patient record(Patient unborn, List<Administration> doses, int years, MeasurementErrors measurement) {
        PatientBuilder builder =
                Patient.builder(unborn.id(), unborn.sex(), unborn.birthDate()).diagnosis(unborn.diagnosis());
        doses.forEach(builder::add);
        for (int year = VirtualChild.FIRST_YEAR; year <= years; year++) {
            LocalDate date = VirtualChild.BIRTH.plusDays((long) year * VirtualChild.YEAR);
            int day = year * VirtualChild.YEAR;
            builder.add(new HeightMeasurement(
                    date,
                    new Centimetres(at(day, Observable.HEIGHT)),
                    HeightMeasurement.Posture.STANDING,
                    MeasurementMethod.MEASURED));
            builder.add(new WeightMeasurement(
                    date, new Kilograms(BigDecimal.valueOf(at(day, Observable.WEIGHT))), MeasurementMethod.MEASURED));
            double z = at(day, Observable.SPINE_Z) + measurement.spineZ(year);
            builder.add(new DxaScan(
                    date, SkeletalSite.LUMBAR_SPINE, null, null, new ZScore(Math.clamp(z, -20, 20)), "r", "d"));
            builder.add(marker(date, Analyte.CTX, at(day, Observable.CTX), measurement, year, 1));
            builder.add(marker(date, Analyte.P1NP, at(day, Observable.P1NP), measurement, year, 2));
        }
        for (int day = 0; day < years * VirtualChild.YEAR; day++) {
            for (FractureSite site : SITES) {
                Observable count = count(site);
                int broken = (int) Math.round(at(day + 1, count) - at(day, count));
                if (broken > 0) {
                    builder.add(new Fracture(
                            VirtualChild.BIRTH.plusDays(day), bone(site), Side.LEFT, Fracture.Mechanism.LOW_ENERGY));
                }
            }
        }
        return builder.build();
    }

    /** The age reference of the tests has median 1000 for both markers at all ages. */
    private static LabResult marker(
            LocalDate date, Analyte analyte, double ratio, MeasurementErrors measurement, int year, int series) {
        SeriesError error = analyte == Analyte.CTX
                ? measurement.errors().ctx()
                : measurement.errors().p1np();
        double value = 1000 * ratio * StrictMath.exp(measurement.of(year, series, error));
        return new LabResult(date, analyte, BigDecimal.valueOf(value), null, null, "m");
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
