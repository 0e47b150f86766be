package org.lamella.care.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.lamella.care.Children.TODAY;
import static org.lamella.care.Children.lab;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamella.care.Children;
import org.lamella.care.plan.StandingItem;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.patient.Administration;
import org.lamella.patient.Analyte;
import org.lamella.patient.Bone;
import org.lamella.patient.DoseOfUnknownAmount;
import org.lamella.patient.Drug;
import org.lamella.patient.DxaScan;
import org.lamella.patient.Examination;
import org.lamella.patient.Fracture;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.Route;
import org.lamella.patient.Sex;
import org.lamella.patient.Side;
import org.lamella.patient.SkeletalSite;
import org.lamella.patient.VertebralFracture;
import org.lamella.patient.measure.Centimetres;
import org.lamella.patient.measure.Milligrams;
import org.lamella.patient.measure.MilligramsPerKilogram;
import org.lamella.patient.measure.ZScore;

class StandingVerificationTest {

    private static final LocalDate BORN = LocalDate.of(2018, 3, 1);

    private static List<StandingItem> standing(PatientBuilder patient) {
        return StandingReport.of(patient.build(), TODAY, SiteConfiguration.defaults());
    }

    private static StandingItem line(PatientBuilder patient, String label) {
        return standing(patient).stream()
                .filter(i -> i.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line " + label));
    }

    private static PatientBuilder boy() {
        return Children.inOrder(BORN, "20");
    }

    private static PatientBuilder empty() {
        return Patient.builder("empty", Sex.FEMALE, BORN);
    }

    /** Exact limits as tabulated by Ulm 1990 and in every table of Poisson limits. */
    @ParameterizedTest
    @CsvSource({"0, 0, 3.689", "1, 0.0253, 5.572", "2, 0.2422, 7.225", "5, 1.623, 11.668", "10, 4.795, 18.390"})
    void poissonLimitsAgreeWithTheTables(long events, double low, double high) {
        PoissonInterval interval = PoissonInterval.of(events, 1);
        assertThat(interval.low()).isCloseTo(low, within(0.001));
        assertThat(interval.high()).isCloseTo(high, within(0.001));
        assertThat(PoissonInterval.of(events, 2).high()).isCloseTo(high / 2, within(0.001));
    }

    @Test
    void poissonNeedsATimeAtRisk() {
        assertThatThrownBy(() -> PoissonInterval.of(1, 0)).hasMessageContaining("a time above 0");
    }

    @Test
    void anEmptyRecordIsNeverNormal() {
        List<StandingItem> unknown =
                standing(empty()).stream().filter(i -> !i.known()).toList();
        assertThat(unknown)
                .extracting(StandingItem::label)
                .contains(
                        "Height Z",
                        "Weight Z",
                        "BMI Z",
                        "Growth velocity",
                        "Lumbar spine Z",
                        "Vertebral fractures",
                        "Paediatric osteoporosis",
                        "Severity",
                        "Mobility",
                        "Pain",
                        "Calcium",
                        "25-hydroxyvitamin D",
                        "eGFR");
        assertThat(unknown).allSatisfy(i -> {
            assertThat(i.value()).isEqualTo("cannot evaluate");
            assertThat(i.detail()).isNotBlank();
        });
    }

    @Test
    void aStaleMeasurementIsNamedButNotUsed() {
        PatientBuilder patient = empty().add(new HeightMeasurement(
                        TODAY.minusDays(366),
                        new Centimetres(100),
                        HeightMeasurement.Posture.STANDING,
                        MeasurementMethod.MEASURED))
                .add(lab(TODAY.minusDays(366), Analyte.VITAMIN_D_25OH, "80"));
        assertThat(line(patient, "Height Z").known()).isFalse();
        assertThat(line(patient, "Height Z").detail()).contains("the last is 100.0 cm of 2025-10-31");
        assertThat(line(patient, "25-hydroxyvitamin D").known()).isFalse();
    }

    @Test
    void growthVelocityNeedsTwoHeightsInOnePosture() {
        PatientBuilder patient = boy().add(new HeightMeasurement(
                TODAY.minusDays(375),
                new Centimetres(95),
                HeightMeasurement.Posture.STANDING,
                MeasurementMethod.MEASURED));
        StandingItem velocity = line(patient, "Growth velocity");
        assertThat(velocity.known()).isTrue();
        assertThat(velocity.value()).startsWith("5.0 cm/year (3.6 to 6.4)");
        PatientBuilder lying = boy().add(new HeightMeasurement(
                TODAY.minusDays(375),
                new Centimetres(95),
                HeightMeasurement.Posture.RECUMBENT,
                MeasurementMethod.MEASURED));
        assertThat(line(lying, "Growth velocity").known()).isFalse();
    }

    @Test
    void aReportedZKeepsItsReferenceAndDeviceAndIsNeverComputed() {
        PatientBuilder patient = boy().add(new DxaScan(
                TODAY.minusDays(30),
                SkeletalSite.LUMBAR_SPINE,
                null,
                null,
                new ZScore(-2.1),
                "manufacturer",
                "Hologic Horizon"));
        StandingItem spine = line(patient, "Lumbar spine Z");
        assertThat(spine.value()).isEqualTo("-2.10");
        assertThat(spine.detail()).contains("manufacturer, Hologic Horizon");
        assertThat(spine.modelBased()).isFalse();
        PatientBuilder densityOnly = boy().add(new DxaScan(
                TODAY.minusDays(30),
                SkeletalSite.LUMBAR_SPINE,
                new org.lamella.patient.measure.ArealDensity(0.4),
                null,
                null,
                null,
                null));
        assertThat(line(densityOnly, "Lumbar spine Z").known()).isFalse();
        assertThat(line(densityOnly, "Lumbar spine Z").detail()).contains("0.400 g/cm2");
    }

    @Test
    void fractureRatesHaveExactIntervals() {
        // inOrder brings one fracture, a year and ten days ago.
        PatientBuilder patient =
                boy().add(new Fracture(TODAY.minusDays(100), Bone.TIBIA, Side.LEFT, Fracture.Mechanism.LOW_ENERGY));
        assertThat(line(patient, "Last 12 months").value()).isEqualTo("1 fracture, 1.0 a year (0.0 to 5.6)");
        assertThat(line(patient, "Last 24 months").value()).isEqualTo("2 fractures, 1.0 a year (0.1 to 3.6)");
        assertThat(line(patient, "Long bones").value()).isEqualTo("2 so far");
    }

    @Test
    void thePaediatricDefinitionFollowsIscd() {
        String label = "Paediatric osteoporosis";
        assertThat(line(boy().add(new VertebralFracture(TODAY.minusDays(9), "L1", 1)), label)
                        .value())
                .isEqualTo("definition met");
        PatientBuilder two =
                boy().add(new Fracture(TODAY.minusDays(100), Bone.TIBIA, Side.LEFT, Fracture.Mechanism.LOW_ENERGY));
        assertThat(line(two, label).known()).isFalse();
        two.add(new DxaScan(TODAY.minusDays(5), SkeletalSite.LUMBAR_SPINE, null, null, new ZScore(-2.0), null, null));
        assertThat(line(two, label).value()).isEqualTo("definition met");
        PatientBuilder dense = boy().add(
                        new Examination(TODAY.minusDays(5), Examination.Kind.SPINE_RADIOGRAPH_LATERAL, null))
                .add(new DxaScan(
                        TODAY.minusDays(5), SkeletalSite.LUMBAR_SPINE, null, null, new ZScore(-1.9), null, null));
        assertThat(line(dense, label).value()).isEqualTo("definition not met");
    }

    @Test
    void annualisesByTheSpacingOfCyclesAndNotByARollingSum() {
        PatientBuilder patient = boy();
        for (int cycle = 0; cycle < 4; cycle++) {
            for (int day = 0; day < 3; day++) {
                patient.add(new Administration(
                        TODAY.minusDays(5 + 120L * cycle).plusDays(day),
                        Drug.PAMIDRONATE,
                        null,
                        new MilligramsPerKilogram(new java.math.BigDecimal("1")),
                        Route.INTRAVENOUS));
            }
        }
        // Four cycles fall within 365 days, 12 mg/kg; the yearly dose is 3 x 365.25 / 120.
        assertThat(line(patient, "Annualised pamidronate").value()).isEqualTo("9.13 mg/kg a year");
        assertThat(line(patient, "Cumulative pamidronate").value()).isEqualTo("12 mg/kg");
    }

    @Test
    void anUnknownAmountMakesTheTotalALowerBound() {
        PatientBuilder patient = boy().add(new Administration(
                        TODAY.minusDays(200), Drug.ZOLEDRONATE, Milligrams.of("1"), null, Route.INTRAVENOUS))
                .add(new Administration(
                        TODAY.minusDays(20), Drug.ZOLEDRONATE, Milligrams.of("1"), null, Route.INTRAVENOUS))
                .add(new DoseOfUnknownAmount(TODAY.minusDays(380), Drug.ZOLEDRONATE, Route.INTRAVENOUS));
        assertThat(line(patient, "Cumulative zoledronate").value()).startsWith("at least 0.05 mg/kg");
        assertThat(line(patient, "Annualised zoledronate").known()).isFalse();
    }

    @Test
    void noBisphosphonateOnRecordIsNoProof() {
        assertThat(line(boy(), "Bisphosphonates").detail()).contains("does not prove that none was given");
    }

    @Test
    void lowMuscleMassIsSaidBesideTheEgfr() {
        assertThat(line(boy(), "eGFR").value()).startsWith("121.6");
        assertThat(line(boy(), "eGFR").detail()).contains("low confidence");
    }

    @Test
    void nothingAfterTheDayIsUsed() {
        PatientBuilder patient = boy().add(
                        new Fracture(TODAY.plusDays(1), Bone.TIBIA, Side.LEFT, Fracture.Mechanism.LOW_ENERGY))
                .add(new VertebralFracture(TODAY.plusDays(1), "L1", 1))
                .add(lab(TODAY.plusDays(1), Analyte.VITAMIN_D_25OH, "10"));
        assertThat(line(patient, "Last 12 months").value()).startsWith("0 fractures");
        assertThat(line(patient, "Vertebral fractures").known()).isFalse();
        assertThat(line(patient, "25-hydroxyvitamin D").value()).startsWith("75 nmol/L");
    }
}
