package org.lamella.care.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamella.care.Children.TODAY;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamella.care.Children;
import org.lamella.patient.Administration;
import org.lamella.patient.Course;
import org.lamella.patient.Drug;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.Route;
import org.lamella.patient.measure.Milligrams;

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
            given(quarterly, Drug.ZOLEDRONATE, TODAY.minusDays(60 + 92L * cycle));
        }
        Patient patient = quarterly.build();
        assertThat(NextDose.date(TreatmentHistory.of(patient, TODAY), patient, TODAY))
                .isEqualTo(TODAY.minusDays(60).plusMonths(3));
    }

    @Test
    void aMissedDoseIsDueTodayAndKeepsItsDate() {
        Patient patient = given(boy(), Drug.ZOLEDRONATE, TODAY.minusDays(250)).build();
        TreatmentHistory history = TreatmentHistory.of(patient, TODAY);
        assertThat(NextDose.date(history, patient, TODAY)).isEqualTo(TODAY);
        assertThat(NextDose.due(history, patient)).contains(TODAY.minusDays(250).plusMonths(6));
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
        assertThat(NextDose.due(TreatmentHistory.of(built, TODAY), built)).isPresent();
    }
}
