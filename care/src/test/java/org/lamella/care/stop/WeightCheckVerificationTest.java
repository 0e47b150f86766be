package org.lamella.care.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamella.care.Children.TODAY;
import static org.lamella.care.stop.GateCases.BORN;
import static org.lamella.care.stop.GateCases.RECENT;
import static org.lamella.care.stop.GateCases.boy;
import static org.lamella.care.stop.GateCases.cleared;
import static org.lamella.care.stop.GateCases.decide;
import static org.lamella.care.stop.GateCases.held;
import static org.lamella.care.stop.GateCases.needs;
import static org.lamella.care.stop.GateCases.proposal;
import static org.lamella.care.stop.GateCases.risedronate;
import static org.lamella.care.stop.GateCases.stopped;
import static org.lamella.care.stop.GateCases.weighed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamella.care.Children;
import org.lamella.evidence.drug.DrugClass;
import org.lamella.evidence.drug.Limit;
import org.lamella.evidence.drug.WeightRange;
import org.lamella.patient.Administration;
import org.lamella.patient.Drug;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.Route;
import org.lamella.patient.Sex;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Kilograms;
import org.lamella.patient.measure.Milligrams;

/** Hard stop 7: what a dose may rest on. */
class WeightCheckVerificationTest {
    @Test
    void stop7OnlyARecentMeasuredWeightCarriesADose() {
        cleared(decide(weighed(TODAY.minusDays(90), "20", MeasurementMethod.MEASURED)));
        needs(decide(weighed(TODAY.minusDays(91), "20", MeasurementMethod.MEASURED)), "body weight not older than 90");
        needs(decide(weighed(RECENT, "20", MeasurementMethod.ESTIMATED)), "measured body weight");
        needs(decide(weighed(RECENT, "20", MeasurementMethod.REPORTED)), "measured body weight");
        needs(decide(weighed(TODAY.plusDays(1), "20", MeasurementMethod.MEASURED)), "measured body weight");
    }

    /** 5 mg a year are 0.125 mg/kg at 40 kg, a quarter above the most that children are given. */
    @ParameterizedTest
    @CsvSource({"40, false", "39.8, true", "20, true", "70, false"})
    void aFixedAdultDoseIsHeldForAVeryLightAdult(String kilograms, boolean hold) {
        Proposal yearly = proposal(Drug.ZOLEDRONATE, "zoledronate-adult-yearly");
        GateDecision decision = decide(Children.inOrder(LocalDate.of(1990, 1, 1), kilograms), yearly);
        if (hold) {
            held(decision, "DOS-ZA-04");
            assertThat(decision.reasons())
                    .anySatisfy(r ->
                            assertThat(r.facts()).anySatisfy(f -> assertThat(f).contains(kilograms + " kg")));
        } else {
            cleared(decision);
        }
    }

    @Test
    void theYearlyAmountOfAFixedDoseIsNamed() {
        GateDecision decision = decide(
                Children.inOrder(LocalDate.of(1990, 1, 1), "20"),
                proposal(Drug.ZOLEDRONATE, "zoledronate-adult-yearly"));
        assertThat(decision.reasons())
                .anySatisfy(r -> assertThat(r.text()).contains("0.25 mg/kg a year", "at most 0.1"));
    }

    @Test
    void stop7ANewerEstimateDoesNotReplaceAMeasuredWeight() {
        GateDecision decision = decide(weighed(TODAY.minusDays(20), "20", MeasurementMethod.MEASURED)
                .add(new WeightMeasurement(RECENT, Kilograms.of("40"), MeasurementMethod.ESTIMATED)));
        assertThat(decision)
                .isInstanceOfSatisfying(
                        GateDecision.Cleared.class,
                        c -> assertThat(c.clearance().weight().weight()).isEqualTo(Kilograms.of("20")));
    }

    @Test
    void stop7TwoWeightsOnOneDayAreAskedBack() {
        GateDecision decision = decide(weighed(RECENT, "20", MeasurementMethod.MEASURED)
                .add(new WeightMeasurement(RECENT, Kilograms.of("26"), MeasurementMethod.MEASURED)));
        needs(decision, "measured body weight");
        assertThat(decision.reasons())
                .anySatisfy(
                        r -> assertThat(r.facts()).anySatisfy(f -> assertThat(f).contains("20 kg", "26 kg")));
        // The same weight written twice is no contradiction.
        cleared(decide(weighed(RECENT, "20", MeasurementMethod.MEASURED)
                .add(new WeightMeasurement(RECENT, Kilograms.of("20.0"), MeasurementMethod.MEASURED))));
    }

    @Test
    void stop7UnderTwoYearsTheWeightIsOneMonthOldAtMost() {
        LocalDate born = TODAY.minusDays(300);
        Proposal pamidronate = proposal(Drug.PAMIDRONATE, "pamidronate-cyclic");
        PatientBuilder infant = Children.bled(
                Patient.builder("test", Sex.MALE, born)
                        .diagnosis(new OiDiagnosis(OiType.III, null, null))
                        .add(new WeightMeasurement(TODAY.minusDays(31), Kilograms.of("7"), MeasurementMethod.MEASURED)),
                RECENT);
        needs(decide(infant, pamidronate), "body weight not older than 30");
    }

    @Test
    void aRegimenIsNotStretchedToAgesItWasNotPublishedFor() {
        stopped(decide(boy(), proposal(Drug.ZOLEDRONATE, "zoledronate-adult-yearly")), HardStop.UNSAFE_DOSE_BASIS);
        stopped(decide(Children.inOrder(TODAY.minusYears(3), "12"), risedronate()), HardStop.UNSAFE_DOSE_BASIS);
        held(decide(boy(), proposal(Drug.PAMIDRONATE, "pamidronate-low-dose")), "DOS-PAM-07");
    }

    @Test
    void aWeightOutsideEveryBandIsNotGuessed() {
        GateDecision decision = decide(
                boy(),
                GateCases.madeUp(
                        Drug.RISEDRONATE,
                        DrugClass.BISPHOSPHONATE,
                        Route.ORAL,
                        List.of(new Limit(Limit.Kind.RENAL_STOP_BELOW, GateCases.figure("30", "mL/min/1.73m2"))),
                        new WeightRange(new BigDecimal("30"), false, null, true)));
        stopped(decision, HardStop.UNSAFE_DOSE_BASIS);
        GateCases.says(decision, "published for the weight");
    }

    @Test
    void aMaintenanceRegimenIsForTheTreated() {
        PatientBuilder treated = boy().add(new Administration(
                TODAY.minusDays(125), Drug.PAMIDRONATE, Milligrams.of("20"), null, Route.INTRAVENOUS));
        cleared(decide(treated, proposal(Drug.PAMIDRONATE, "pamidronate-low-dose")));
    }

    @Test
    void aRecordWithoutAnyWeightSaysSo() {
        PatientBuilder patient = Children.bled(
                Patient.builder("test", Sex.MALE, BORN).diagnosis(new OiDiagnosis(OiType.III, null, null)), RECENT);
        GateDecision decision = decide(patient);
        needs(decision, "measured body weight");
        assertThat(decision.reasons()).anySatisfy(r -> assertThat(r.facts()).contains("no weight in the record"));
    }
}
