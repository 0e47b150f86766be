package org.lamella.twin.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lamella.bone.FractureSite;
import org.lamella.bone.Schedule;
import org.lamella.patient.Administration;
import org.lamella.patient.Analyte;
import org.lamella.patient.Bone;
import org.lamella.patient.Cast;
import org.lamella.patient.Course;
import org.lamella.patient.Drug;
import org.lamella.patient.DxaScan;
import org.lamella.patient.Fracture;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.LabResult;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.Regimen;
import org.lamella.patient.Rod;
import org.lamella.patient.Route;
import org.lamella.patient.Sex;
import org.lamella.patient.Side;
import org.lamella.patient.SkeletalSite;
import org.lamella.patient.Surgery;
import org.lamella.patient.VertebralFracture;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.ArealDensity;
import org.lamella.patient.measure.Centimetres;
import org.lamella.patient.measure.Kilograms;
import org.lamella.patient.measure.Milligrams;
import org.lamella.patient.measure.MilligramsPerKilogram;
import org.lamella.patient.measure.ZScore;
import org.lamella.twin.ObservationErrors;

class HistoryReaderVerificationTest {
    private static final LocalDate BIRTH = LocalDate.of(2020, 1, 1);
    private static final LocalDate AS_OF = LocalDate.of(2025, 1, 1);
    private final HistoryReader reader = new HistoryReader(
            Set.of(Drug.ZOLEDRONATE, Drug.ALENDRONATE),
            (analyte, sex, age) -> OptionalDouble.of(500),
            ObservationErrors.load());

    private static PatientBuilder child() {
        return Patient.builder("p", Sex.FEMALE, BIRTH);
    }

    private static LocalDate day(int age) {
        return BIRTH.plusDays(age);
    }

    private static Fracture fracture(int age, Bone bone) {
        return new Fracture(day(age), bone, Side.LEFT, Fracture.Mechanism.LOW_ENERGY);
    }

    private static Administration zoledronate(int age, String mg, String mgPerKg) {
        return new Administration(
                day(age),
                Drug.ZOLEDRONATE,
                mg == null ? null : Milligrams.of(mg),
                mgPerKg == null ? null : MilligramsPerKilogram.of(mgPerKg),
                Route.INTRAVENOUS);
    }

    @Test
    void dosesAreTheAmountsGiven() {
        History history = reader.read(
                child().add(zoledronate(700, "0.5", "0.05"))
                        .add(zoledronate(900, null, "0.05"))
                        .build(),
                AS_OF);
        assertThat(history.past().events())
                .containsExactly(
                        new Schedule.Dose(700, Drug.ZOLEDRONATE, new Regimen.Amount.Fixed(Milligrams.of("0.5"))),
                        new Schedule.Dose(
                                900,
                                Drug.ZOLEDRONATE,
                                new Regimen.Amount.ByWeight(MilligramsPerKilogram.of("0.05"), null)));
    }

    @Test
    void nothingDatedLaterIsUsed() {
        int now = (int) (AS_OF.toEpochDay() - BIRTH.toEpochDay());
        Patient known = child().add(fracture(100, Bone.FEMUR))
                .add(new WeightMeasurement(day(50), Kilograms.of("5"), MeasurementMethod.MEASURED))
                .build();
        Patient future = child().add(fracture(100, Bone.FEMUR))
                .add(new WeightMeasurement(day(50), Kilograms.of("5"), MeasurementMethod.MEASURED))
                .add(fracture(now, Bone.TIBIA))
                .add(fracture(now + 5, Bone.TIBIA))
                .add(zoledronate(now + 1, "0.5", null))
                .add(new WeightMeasurement(day(now + 1), Kilograms.of("20"), MeasurementMethod.MEASURED))
                .add(new HeightMeasurement(
                        day(now + 1),
                        new Centimetres(100),
                        HeightMeasurement.Posture.STANDING,
                        MeasurementMethod.MEASURED))
                .add(new DxaScan(day(now + 1), SkeletalSite.LUMBAR_SPINE, null, null, new ZScore(-2), null, null))
                .add(new Cast(day(now + 2), null, Bone.TIBIA, Side.LEFT))
                .add(new Surgery(day(now + 3), Surgery.Kind.OSTEOTOMY, Bone.TIBIA, Side.LEFT, null))
                .build();
        History then = reader.read(known, AS_OF);
        History later = reader.read(future, AS_OF);
        assertThat(later.past().events()).isEqualTo(then.past().events());
        assertThat(later.lasting().events()).isEqualTo(then.lasting().events());
        assertThat(later.values()).isEqualTo(then.values());
        assertThat(later.fractures()).isEqualTo(then.fractures());
        assertThat(later.growth()).isEqualTo(then.growth());
        assertThat(later.remarks()).isEqualTo(then.remarks());
    }

    @Test
    void oralCoursesEndWithTheDayOfThePlan() {
        History history = reader.read(
                child().add(new Course(Drug.ALENDRONATE, Milligrams.of("5"), Route.ORAL, day(1000), null))
                        .add(new Course(Drug.ALENDRONATE, Milligrams.of("5"), Route.ORAL, day(300), day(309)))
                        .build(),
                AS_OF);
        assertThat(history.past().events())
                .extracting(e -> e.day(), e -> ((Schedule.Course) e).until())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(300, 310),
                        org.assertj.core.groups.Tuple.tuple(1000, history.asOfDay()));
    }

    @Test
    void aDrugOutsideTheModelIsToldAndLeftOut() {
        History history = reader.read(
                child().add(new Administration(day(400), new Drug("etidronate"), Milligrams.of("5"), null, Route.ORAL))
                        .build(),
                AS_OF);
        assertThat(history.past().events()).isEmpty();
        assertThat(history.remarks()).anyMatch(r -> r.contains("etidronate") && r.contains("not part of the bone"));
    }

    @Test
    void coursesThatGoOnAreJoinedAndOnlyTheLatestOfVeryManyAreKept() {
        PatientBuilder joined = child();
        PatientBuilder apart = child();
        for (int i = 0; i < 80; i++) {
            joined.add(
                    new Course(Drug.ALENDRONATE, Milligrams.of("5"), Route.ORAL, day(300 + 10 * i), day(309 + 10 * i)));
            apart.add(
                    new Course(Drug.ALENDRONATE, Milligrams.of("5"), Route.ORAL, day(300 + 10 * i), day(304 + 10 * i)));
        }
        assertThat(reader.read(joined.build(), AS_OF).past().events())
                .containsExactly(new Schedule.Course(
                        300, 1100, Drug.ALENDRONATE, new Regimen.Amount.Fixed(Milligrams.of("5")), 1));
        History many = reader.read(apart.build(), AS_OF);
        assertThat(many.past().events()).hasSize(50);
        assertThat(many.remarks()).anyMatch(r -> r.contains("30 oldest of 80 courses"));
    }

    @Test
    void fractureWindowBeginsAtBirthWhenAHistoryWasTaken() {
        WeightMeasurement contact = new WeightMeasurement(day(800), Kilograms.of("10"), MeasurementMethod.MEASURED);
        History taken = reader.read(
                child().add(contact)
                        .add(fracture(200, Bone.HUMERUS))
                        .add(fracture(200, Bone.FOREARM))
                        .add(fracture(900, Bone.FEMUR))
                        .build(),
                AS_OF);
        assertThat(taken.fractures()).hasValueSatisfying(w -> {
            assertThat(w.fromDay()).isZero();
            assertThat(w.untilDay()).isEqualTo(taken.asOfDay());
            assertThat(w.fractures())
                    .as("two bones of one arm on one day are one event")
                    .containsExactly(
                            new FractureWindow.Event(200, FractureSite.UPPER_LIMB),
                            new FractureWindow.Event(900, FractureSite.FEMUR));
        });
        History since =
                reader.read(child().add(contact).add(fracture(900, Bone.FEMUR)).build(), AS_OF);
        assertThat(since.fractures())
                .hasValueSatisfying(w -> assertThat(w.fromDay()).isEqualTo(800));
    }

    @Test
    void anEmptyFractureListIsUnknownAndNotZero() {
        History none = reader.read(child().build(), AS_OF);
        assertThat(none.fractures()).isEmpty();
        assertThat(none.remarks()).anyMatch(r -> r.contains("fracture history is not used"));
    }

    @Test
    void vertebralAndBirthFracturesHappenButAreNoEvidenceOfTheHazard() {
        History history = reader.read(
                child().add(new VertebralFracture(day(700), "L1", 1))
                        .add(new VertebralFracture(day(700), "L2", 2))
                        .add(new Fracture(day(0), Bone.FEMUR, Side.RIGHT, Fracture.Mechanism.BIRTH))
                        .add(fracture(500, Bone.RIB))
                        .build(),
                AS_OF);
        assertThat(history.past().events())
                .containsExactly(
                        new Schedule.Fracture(0, FractureSite.FEMUR),
                        new Schedule.Fracture(700, FractureSite.VERTEBRA));
        assertThat(history.fractures()).isEmpty();
        assertThat(history.remarks()).anyMatch(r -> r.contains("ribs"));
    }

    @Test
    void reportedZIsPreferredToDensityAndOtherReferencesAreLabelled() {
        ArealDensity density = new ArealDensity(0.41);
        History history = reader.read(
                child().add(new DxaScan(
                                day(900),
                                SkeletalSite.LUMBAR_SPINE,
                                density,
                                null,
                                new ZScore(-3.1),
                                "Zemel 2011",
                                "Hologic"))
                        .add(new DxaScan(day(1000), SkeletalSite.LUMBAR_SPINE, density, null, null, null, "Hologic"))
                        .add(new DxaScan(
                                day(1100),
                                SkeletalSite.LUMBAR_SPINE,
                                null,
                                null,
                                new ZScore(-1),
                                "height-adjusted (Zemel)",
                                "Hologic"))
                        .add(new DxaScan(day(1200), SkeletalSite.TOTAL_HIP, density, null, null, null, null))
                        .build(),
                AS_OF);
        assertThat(history.values())
                .extracting(MeasuredValue::kind, MeasuredValue::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Measured.SPINE_Z, -3.1),
                        org.assertj.core.groups.Tuple.tuple(Measured.SPINE_DENSITY, 0.41));
        assertThat(history.values().get(1).label()).contains("no Z reported");
        assertThat(history.remarks()).anyMatch(r -> r.contains("Height-adjusted"));
    }

    @Test
    void markersAreRatiosToTheAgeReference() {
        History history = reader.read(
                child().add(new LabResult(day(900), Analyte.CTX, new BigDecimal("750"), null, null, "Roche"))
                        .add(new LabResult(day(900), Analyte.CALCIUM, new BigDecimal("2.4"), null, null, null))
                        .build(),
                AS_OF);
        assertThat(history.values()).hasSize(1);
        assertThat(history.values().getFirst().value()).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void operationsRodsAndCastsGoToTheirSites() {
        History history = reader.read(
                child().add(new Surgery(day(900), Surgery.Kind.OSTEOTOMY_WITH_ROD, Bone.FEMUR, Side.LEFT, null))
                        .add(new Surgery(day(950), Surgery.Kind.DENTAL_EXTRACTION, Bone.SKULL, Side.MIDLINE, null))
                        .add(new Rod(day(900), Rod.Kind.FASSIER_DUVAL, Bone.FEMUR, Side.LEFT, null, null, day(1200)))
                        .add(new Cast(day(900), day(940), Bone.FEMUR, Side.LEFT))
                        .add(new Cast(AS_OF.minusDays(10), null, Bone.TIBIA, Side.LEFT))
                        .build(),
                AS_OF);
        int now = history.asOfDay();
        assertThat(history.past().events())
                .containsExactlyInAnyOrder(
                        new Schedule.Osteotomy(900, FractureSite.FEMUR),
                        new Schedule.RodInserted(900, FractureSite.FEMUR, true),
                        new Schedule.RodRemoved(1200, FractureSite.FEMUR),
                        new Schedule.Cast(900, 941, FractureSite.FEMUR),
                        new Schedule.Cast(now - 10, now, FractureSite.TIBIA));
        assertThat(history.lasting().events()).containsExactly(new Schedule.Cast(now, now + 32, FractureSite.TIBIA));
        assertThat(history.remarks()).anyMatch(r -> r.contains("42 days"));
    }

    @Test
    void aPlanBeforeBirthIsRefused() {
        assertThatThrownBy(() -> reader.read(child().build(), BIRTH.minusDays(1)))
                .hasMessageContaining("2020-01-01 (birth) or later");
    }
}
