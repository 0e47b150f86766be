package org.lamella.care.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamella.care.Children.TODAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamella.care.Children;
import org.lamella.patient.Administration;
import org.lamella.patient.Course;
import org.lamella.patient.DoseOfUnknownAmount;
import org.lamella.patient.Drug;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.Route;
import org.lamella.patient.Sex;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Kilograms;
import org.lamella.patient.measure.Milligrams;
import org.lamella.patient.measure.MilligramsPerKilogram;

class TreatmentHistoryVerificationTest {

    private static PatientBuilder boy() {
        return Children.inOrder(LocalDate.of(2018, 3, 1), "20");
    }

    private static PatientBuilder given(PatientBuilder patient, Drug drug, LocalDate day) {
        return patient.add(new Administration(day, drug, Milligrams.of("1"), null, Route.INTRAVENOUS));
    }

    @Test
    void dosesOfNeighbouringDaysFormACycle() {
        PatientBuilder patient = boy();
        for (int day : new int[] {0, 1, 3, 120, 121, 122}) {
            given(patient, Drug.PAMIDRONATE, TODAY.minusDays(200).plusDays(day));
        }
        TreatmentHistory history = TreatmentHistory.of(patient.build(), TODAY);
        assertThat(history.cycles()).extracting(Cycle::doses).containsExactly(3, 3);
        assertThat(history.usualIntervalDays(Drug.PAMIDRONATE)).contains(120L);
        assertThat(history.naive()).isFalse();
        assertThat(history.current()).contains(Drug.PAMIDRONATE);
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "4, 2"})
    void dosesThreeDaysApartAreStillOneCycle(int days, int cycles) {
        PatientBuilder patient = given(boy(), Drug.PAMIDRONATE, TODAY.minusDays(100));
        given(patient, Drug.PAMIDRONATE, TODAY.minusDays(100 - days));
        assertThat(TreatmentHistory.of(patient.build(), TODAY).cycles()).hasSize(cycles);
    }

    @Test
    void anUnknownAmountBeforeAKnownOneIsACycleOfItsOwn() {
        Patient patient = given(boy(), Drug.ZOLEDRONATE, TODAY.minusDays(20))
                .add(new DoseOfUnknownAmount(TODAY.minusDays(200), Drug.ZOLEDRONATE, Route.INTRAVENOUS))
                .build();
        assertThat(TreatmentHistory.of(patient, TODAY).cycles())
                .extracting(Cycle::first)
                .containsExactly(TODAY.minusDays(200), TODAY.minusDays(20));
    }

    @Test
    void theLatestCycleOfAnyDrugCountsAndEachDrugHasItsOwnRhythm() {
        PatientBuilder patient = boy();
        given(patient, Drug.ZOLEDRONATE, TODAY.minusDays(500));
        given(patient, Drug.ZOLEDRONATE, TODAY.minusDays(300));
        given(patient, Drug.PAMIDRONATE, TODAY.minusDays(160));
        given(patient, Drug.PAMIDRONATE, TODAY.minusDays(40));
        TreatmentHistory history = TreatmentHistory.of(patient.build(), TODAY);
        assertThat(history.cycles())
                .extracting(Cycle::drug)
                .containsExactly(Drug.ZOLEDRONATE, Drug.ZOLEDRONATE, Drug.PAMIDRONATE, Drug.PAMIDRONATE);
        assertThat(history.lastCycle().map(Cycle::drug)).contains(Drug.PAMIDRONATE);
        assertThat(history.cyclesOf(Drug.ZOLEDRONATE)).hasSize(2);
        assertThat(history.usualIntervalDays(Drug.ZOLEDRONATE)).contains(200L);
    }

    @Test
    void theUsualRhythmIsTheMedianHoweverTheGapsAreOrdered() {
        PatientBuilder patient = boy();
        for (int day : new int[] {0, 200, 290, 390}) {
            given(patient, Drug.ZOLEDRONATE, TODAY.minusDays(400).plusDays(day));
        }
        assertThat(TreatmentHistory.of(patient.build(), TODAY).usualIntervalDays(Drug.ZOLEDRONATE))
                .contains(100L);
    }

    @Test
    void anAmountPerWeightThatWasRecordedIsKeptAndTheNearestWeightCompletesTheOther() {
        LocalDate day = TODAY.minusDays(100);
        PatientBuilder patient = Patient.builder("test", Sex.MALE, BORN)
                .add(new WeightMeasurement(day.minusDays(60), Kilograms.of("16"), MeasurementMethod.MEASURED))
                .add(new WeightMeasurement(day.plusDays(5), Kilograms.of("20"), MeasurementMethod.MEASURED))
                .add(new WeightMeasurement(day.plusDays(50), Kilograms.of("25"), MeasurementMethod.MEASURED));
        Cycle both = TreatmentHistory.of(
                        patient.add(zoledronate(day, "1", "0.04")).build(), TODAY)
                .lastCycle()
                .orElseThrow();
        assertThat(both.perKilogram().orElseThrow()).isEqualByComparingTo("0.04");
        Cycle amount = TreatmentHistory.of(
                        Patient.builder("test", Sex.MALE, BORN)
                                .add(new WeightMeasurement(
                                        day.minusDays(60), Kilograms.of("16"), MeasurementMethod.MEASURED))
                                .add(new WeightMeasurement(
                                        day.plusDays(5), Kilograms.of("20"), MeasurementMethod.MEASURED))
                                .add(new WeightMeasurement(
                                        day.plusDays(50), Kilograms.of("25"), MeasurementMethod.MEASURED))
                                .add(zoledronate(day, "1", null))
                                .build(),
                        TODAY)
                .lastCycle()
                .orElseThrow();
        assertThat(amount.perKilogram().orElseThrow()).isEqualByComparingTo("0.05");
    }

    @Test
    void aCourseThatHasEndedIsNotRunning() {
        Patient patient = boy().add(new Course(
                        Drug.RISEDRONATE, Milligrams.of("5"), Route.ORAL, TODAY.minusDays(700), TODAY.minusDays(600)))
                .build();
        assertThat(TreatmentHistory.of(patient, TODAY).runningCourse()).isEmpty();
        assertThat(TreatmentHistory.of(patient, TODAY).naive()).isFalse();
    }

    @Test
    void laterDosesAreNotSeen() {
        Patient patient = given(boy(), Drug.ZOLEDRONATE, TODAY.plusDays(1)).build();
        assertThat(TreatmentHistory.of(patient, TODAY).naive()).isTrue();
    }

    @Test
    void otherDrugsDoNotCountAsBisphosphonates() {
        Patient patient = given(boy(), Drug.DENOSUMAB, TODAY.minusDays(50)).build();
        assertThat(TreatmentHistory.of(patient, TODAY).naive()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"400, true", "401, false"})
    void onTreatmentUntilFourHundredDaysAfterTheLastInfusion(int days, boolean on) {
        Patient patient = given(boy(), Drug.ZOLEDRONATE, TODAY.minusDays(days)).build();
        assertThat(TreatmentHistory.of(patient, TODAY).current().isPresent()).isEqualTo(on);
    }

    @Test
    void tabletsCountWhileTheyAreTaken() {
        Patient patient = boy().add(
                        new Course(Drug.RISEDRONATE, Milligrams.of("2.5"), Route.ORAL, TODAY.minusDays(90), null))
                .build();
        TreatmentHistory history = TreatmentHistory.of(patient, TODAY);
        assertThat(history.current()).contains(Drug.RISEDRONATE);
        assertThat(history.firstDay()).contains(TODAY.minusDays(90));
        assertThat(NextDose.date(history, patient, TODAY)).isEqualTo(TODAY);
    }

    @Test
    void theNextDoseWaitsForTheIntervalOfTheLastOne() {
        Patient once = given(boy(), Drug.ZOLEDRONATE, TODAY.minusDays(60)).build();
        TreatmentHistory history = TreatmentHistory.of(once, TODAY);
        assertThat(NextDose.date(history, once, TODAY))
                .isEqualTo(TODAY.minusDays(60).plusMonths(6));

        PatientBuilder quarterly = boy();
        for (int cycle = 0; cycle < 3; cycle++) {
            quarterly.add(zoledronate(TODAY.minusDays(60 + 92L * cycle), "0.5", null));
        }
        Patient patient = quarterly.build();
        assertThat(NextDose.date(TreatmentHistory.of(patient, TODAY), patient, TODAY))
                .isEqualTo(TODAY.minusDays(60).plusMonths(3));
    }

    /** A dose of six months given every two or three months by mistake: the mistake is not carried on. */
    @ParameterizedTest
    @CsvSource({
        "0.05, 61, 6", // the full half-yearly dose every two months
        "0.05, 92, 6",
        "0.055, 92, 6", // rounding and a weight of another day explain a tenth
        "0.056, 92, 7",
        "0.1, 182, 11", // twice the dose: 12 x 0.1 / 0.11 months, in whole months
        "0.025, 61, 3", // never sooner than any published interval
        "0.025, 92, 3"
    })
    void noRhythmBringsTheYearlyAmountAboveItsMaximum(String perKilogram, long every, int months) {
        PatientBuilder patient = boy();
        for (int cycle = 0; cycle < 3; cycle++) {
            patient.add(zoledronate(TODAY.minusDays(60 + every * cycle), null, perKilogram));
        }
        Patient built = patient.build();
        assertThat(NextDose.due(TreatmentHistory.of(built, TODAY), built))
                .contains(TODAY.minusDays(60).plusMonths(months));
    }

    @Test
    void dosesOfUnknownAmountAreNotRepeatedSoonerThanAnyPublishedInterval() {
        PatientBuilder patient = boy().add(
                        new DoseOfUnknownAmount(TODAY.minusDays(40), Drug.ZOLEDRONATE, Route.INTRAVENOUS))
                .add(new DoseOfUnknownAmount(TODAY.minusDays(10), Drug.ZOLEDRONATE, Route.INTRAVENOUS));
        Patient built = patient.build();
        assertThat(NextDose.due(TreatmentHistory.of(built, TODAY), built))
                .contains(TODAY.minusDays(10).plusMonths(3));
    }

    /** An error of the record, which a plan must survive: the dose counts as given to a newborn. */
    @Test
    void aDoseDatedBeforeBirthCountsAsGivenToANewborn() {
        Patient patient = given(boy(), Drug.PAMIDRONATE, BORN.minusDays(3)).build();
        assertThat(NextDose.due(TreatmentHistory.of(patient, TODAY), patient))
                .contains(BORN.minusDays(3).plusMonths(2));
    }

    /** The yearly maximum is that of children: 5 mg a year of 30 kg is 0.17 mg/kg, and the year stays a year. */
    @Test
    void anAdultsFixedDoseCoversItsYear() {
        Patient adult = Children.inOrder(LocalDate.of(1990, 1, 1), "30")
                .add(zoledronate(TODAY.minusDays(60), "5", null))
                .build();
        assertThat(NextDose.due(TreatmentHistory.of(adult, TODAY), adult))
                .contains(TODAY.minusDays(60).plusMonths(12));
    }

    /** Pamidronate: 2 months between cycles under two years, 3 months from two to three. */
    @Test
    void theRhythmOfAFormerAgeBandDoesNotBringTheNextDoseForward() {
        LocalDate twoYears = BORN.plusYears(2);
        PatientBuilder infant = boy();
        for (int cycle = 4; cycle >= 1; cycle--) {
            given(infant, Drug.PAMIDRONATE, twoYears.plusDays(6).minusMonths(2L * cycle));
        }
        given(infant, Drug.PAMIDRONATE, twoYears.plusDays(6));
        Patient patient = infant.build();
        LocalDate asOf = twoYears.plusMonths(2);
        assertThat(NextDose.due(TreatmentHistory.of(patient, asOf), patient))
                .contains(twoYears.plusDays(6).plusMonths(3));
        // A rhythm of the new band is kept.
        given(infant, Drug.PAMIDRONATE, twoYears.plusDays(6).plusMonths(4));
        Patient later = infant.build();
        assertThat(NextDose.due(TreatmentHistory.of(later, asOf.plusMonths(3)), later))
                .contains(twoYears.plusDays(6).plusMonths(8));
    }

    @Test
    void aMissedDoseIsDueTodayAndKeepsItsDate() {
        Patient patient = given(boy(), Drug.ZOLEDRONATE, TODAY.minusDays(250)).build();
        TreatmentHistory history = TreatmentHistory.of(patient, TODAY);
        assertThat(NextDose.date(history, patient, TODAY)).isEqualTo(TODAY);
        assertThat(NextDose.due(history, patient)).contains(TODAY.minusDays(250).plusMonths(6));
    }

    /** Half a year is 182 days: a rhythm of 167 is within half a month of it, one of 166 is five months. */
    @ParameterizedTest
    @CsvSource({"167, 6", "166, 5", "197, 6", "198, 7"})
    void aRhythmWithinHalfAMonthOfAPublishedIntervalIsThatInterval(int every, int months) {
        PatientBuilder patient = boy().add(
                        new DoseOfUnknownAmount(TODAY.minusDays(5L + every), Drug.ZOLEDRONATE, Route.INTRAVENOUS))
                .add(new DoseOfUnknownAmount(TODAY.minusDays(5), Drug.ZOLEDRONATE, Route.INTRAVENOUS));
        Patient built = patient.build();
        assertThat(NextDose.due(TreatmentHistory.of(built, TODAY), built))
                .contains(TODAY.minusDays(5).plusMonths(months));
    }

    @Test
    void anUnusualRhythmIsKept() {
        PatientBuilder yearly = boy();
        given(yearly, Drug.ZOLEDRONATE, TODAY.minusDays(365));
        given(yearly, Drug.ZOLEDRONATE, TODAY.minusDays(5));
        Patient patient = yearly.build();
        assertThat(NextDose.date(TreatmentHistory.of(patient, TODAY), patient, TODAY))
                .isEqualTo(TODAY.minusDays(5).plusMonths(12));
    }

    @Test
    void aDrugWithoutARegimenIsFollowedByItsOwnRhythm() {
        PatientBuilder patient = boy();
        given(patient, Drug.OLPADRONATE, TODAY.minusDays(70));
        given(patient, Drug.OLPADRONATE, TODAY.minusDays(9));
        Patient built = patient.build();
        // 61 days are 2.0 months; no interval was published.
        assertThat(NextDose.due(TreatmentHistory.of(built, TODAY), built))
                .contains(TODAY.minusDays(9).plusMonths(2));
    }

    private static final LocalDate BORN = LocalDate.of(2018, 3, 1);

    private static Administration zoledronate(LocalDate day, @Nullable String mg, @Nullable String perKilogram) {
        return new Administration(
                day,
                Drug.ZOLEDRONATE,
                mg == null ? null : Milligrams.of(mg),
                perKilogram == null ? null : new MilligramsPerKilogram(new BigDecimal(perKilogram)),
                Route.INTRAVENOUS);
    }

    @Test
    void amountsAreCompletedByAWeightNearTheDoseOrNotAtAll() {
        LocalDate day = TODAY.minusDays(200);
        PatientBuilder weighed = Patient.builder("test", Sex.MALE, BORN)
                .add(new WeightMeasurement(day.minusDays(120), Kilograms.of("20"), MeasurementMethod.MEASURED))
                .add(new WeightMeasurement(day.plusDays(300), Kilograms.of("40"), MeasurementMethod.MEASURED));
        Cycle byWeight = TreatmentHistory.of(
                        weighed.add(zoledronate(day, null, "0.05")).build(), TODAY)
                .lastCycle()
                .orElseThrow();
        assertThat(byWeight.amount().orElseThrow()).isEqualByComparingTo("1");
        assertThat(byWeight.perKilogram().orElseThrow()).isEqualByComparingTo("0.05");
        PatientBuilder far = Patient.builder("test", Sex.MALE, BORN)
                .add(new WeightMeasurement(day.minusDays(121), Kilograms.of("20"), MeasurementMethod.MEASURED));
        Cycle unweighed = TreatmentHistory.of(
                        far.add(zoledronate(day, null, "0.05")).build(), TODAY)
                .lastCycle()
                .orElseThrow();
        assertThat(unweighed.amount()).isEmpty();
        assertThat(unweighed.perKilogram()).isPresent();
        Cycle milligrams = TreatmentHistory.of(
                        Patient.builder("test", Sex.MALE, BORN)
                                .add(zoledronate(day, "1", null))
                                .build(),
                        TODAY)
                .lastCycle()
                .orElseThrow();
        assertThat(milligrams.perKilogram()).isEmpty();
        assertThat(milligrams.amount().orElseThrow()).isEqualByComparingTo("1");
    }

    @Test
    void onlyBisphosphonatesUpToTheDayBelongToTheHistory() {
        Patient patient = Patient.builder("test", Sex.MALE, BORN)
                .add(new DoseOfUnknownAmount(TODAY.plusDays(1), Drug.ZOLEDRONATE, Route.INTRAVENOUS))
                .add(new DoseOfUnknownAmount(TODAY.minusDays(9), Drug.DENOSUMAB, Route.SUBCUTANEOUS))
                .add(new Course(Drug.RISEDRONATE, Milligrams.of("5"), Route.ORAL, TODAY.plusDays(1), null))
                .add(new Course(Drug.TERIPARATIDE, Milligrams.of("5"), Route.SUBCUTANEOUS, TODAY.minusDays(90), null))
                .build();
        TreatmentHistory history = TreatmentHistory.of(patient, TODAY);
        assertThat(history.naive()).isTrue();
        assertThat(history.firstDay()).isEmpty();
        assertThat(history.current()).isEmpty();
    }

    @Test
    void theFirstDayIsTheEarlierOfInfusionAndTablets() {
        Course tablets = new Course(
                Drug.RISEDRONATE, Milligrams.of("5"), Route.ORAL, TODAY.minusDays(700), TODAY.minusDays(600));
        Course later = new Course(Drug.ALENDRONATE, Milligrams.of("5"), Route.ORAL, TODAY.minusDays(100), null);
        PatientBuilder infused =
                Patient.builder("test", Sex.MALE, BORN).add(zoledronate(TODAY.minusDays(500), "1", null));
        assertThat(TreatmentHistory.of(infused.build(), TODAY).firstDay()).contains(TODAY.minusDays(500));
        assertThat(TreatmentHistory.of(infused.add(later).build(), TODAY).firstDay())
                .contains(TODAY.minusDays(500));
        TreatmentHistory both = TreatmentHistory.of(infused.add(tablets).build(), TODAY);
        assertThat(both.firstDay()).contains(TODAY.minusDays(700));
        assertThat(both.runningCourse().map(Course::drug)).contains(Drug.ALENDRONATE);
        assertThat(both.current()).as("the infusion is 500 days old").contains(Drug.ALENDRONATE);
    }

    @Test
    void theYoungerOfTwoRunningCoursesCounts() {
        Patient patient = Patient.builder("test", Sex.MALE, BORN)
                .add(new Course(Drug.RISEDRONATE, Milligrams.of("5"), Route.ORAL, TODAY.minusDays(700), null))
                .add(new Course(Drug.ALENDRONATE, Milligrams.of("5"), Route.ORAL, TODAY.minusDays(100), null))
                .build();
        assertThat(TreatmentHistory.of(patient, TODAY).runningCourse().map(Course::drug))
                .contains(Drug.ALENDRONATE);
    }
}
