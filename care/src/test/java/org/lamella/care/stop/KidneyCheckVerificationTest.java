package org.lamella.care.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lamella.care.Children.TODAY;
import static org.lamella.care.Children.lab;
import static org.lamella.care.stop.GateCases.BORN;
import static org.lamella.care.stop.GateCases.RECENT;
import static org.lamella.care.stop.GateCases.boy;
import static org.lamella.care.stop.GateCases.boyWithCreatinine;
import static org.lamella.care.stop.GateCases.cleared;
import static org.lamella.care.stop.GateCases.decide;
import static org.lamella.care.stop.GateCases.held;
import static org.lamella.care.stop.GateCases.needs;
import static org.lamella.care.stop.GateCases.proposal;
import static org.lamella.care.stop.GateCases.risedronate;
import static org.lamella.care.stop.GateCases.stopped;
import static org.lamella.care.stop.GateCases.withoutLabs;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamella.care.Children;
import org.lamella.evidence.drug.DrugClass;
import org.lamella.evidence.lab.LabRanges;
import org.lamella.patient.Administration;
import org.lamella.patient.Analyte;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.Route;
import org.lamella.patient.Sex;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Age;
import org.lamella.patient.measure.Centimetres;
import org.lamella.patient.measure.Kilograms;
import org.lamella.patient.measure.Milligrams;

/** Hard stop 3, kidneys. */
class KidneyCheckVerificationTest {
    @ParameterizedTest
    @CsvSource({
        // 36.5 x 100 cm / creatinine; 3650 / 104.2857 = 35.0 exactly at 36.5 x 95.890...; use a height that divides.
        "104, 100, cleared",
        "105, 100, stopped"
    })
    void stop3ZoledronateBelow35(String creatinine, double height, String outcome) {
        PatientBuilder patient = boyWithCreatinine(creatinine)
                .add(new HeightMeasurement(
                        RECENT,
                        new Centimetres(height),
                        HeightMeasurement.Posture.STANDING,
                        MeasurementMethod.MEASURED));
        GateDecision decision = decide(patient);
        if (outcome.equals("stopped")) {
            stopped(decision, HardStop.KIDNEY_OR_INFUSION);
        } else {
            cleared(decision);
            assertThat(decision.reasons()).anySatisfy(r -> assertThat(r.text()).contains("between the limit and 60"));
        }
    }

    @Test
    void stop3ExactlyAtTheLimitIsNotBelowIt() {
        // 36.5 x 140 / 146 = 35.000 exactly.
        PatientBuilder at = boyWithCreatinine("146")
                .add(new HeightMeasurement(
                        RECENT, new Centimetres(140), HeightMeasurement.Posture.STANDING, MeasurementMethod.MEASURED));
        cleared(decide(at));
        // 36.5 x 140 / 146.01 = 34.998, which one decimal would print as 35.0.
        PatientBuilder below = boyWithCreatinine("146.01")
                .add(new HeightMeasurement(
                        RECENT, new Centimetres(140), HeightMeasurement.Posture.STANDING, MeasurementMethod.MEASURED));
        stopped(decide(below), HardStop.KIDNEY_OR_INFUSION);
    }

    @ParameterizedTest
    @CsvSource({
        "pamidronate, pamidronate-cyclic, 120, cleared",
        "pamidronate, pamidronate-cyclic, 122, stopped",
        "neridronate, neridronate-3-monthly, 122, stopped",
        "alendronate, alendronate-daily, 105, stopped",
        "risedronate, risedronate-daily, 121, cleared",
        "risedronate, risedronate-daily, 122, stopped"
    })
    void stop3EveryDrugHasItsKidneyLimit(String drug, String regimen, String creatinine, String outcome) {
        GateDecision decision = decide(boyWithCreatinine(creatinine), proposal(new Drug(drug), regimen));
        assertThat(decision instanceof GateDecision.Cleared).isEqualTo(outcome.equals("cleared"));
        assertThat(decision instanceof GateDecision.Stopped).isEqualTo(outcome.equals("stopped"));
    }

    @Test
    void stop3AcuteKidneyInjury() {
        stopped(
                decide(boy().add(new Finding(RECENT, Finding.Kind.ACUTE_KIDNEY_INJURY, true))),
                HardStop.KIDNEY_OR_INFUSION);
        cleared(decide(boy().add(new Finding(RECENT, Finding.Kind.ACUTE_KIDNEY_INJURY, false))));
    }

    @Test
    void stop3WithoutCreatinineOrHeightThereIsNoAnswer() {
        PatientBuilder noCreatinine = Children.inOrder(BORN, "20");
        Patient built = noCreatinine.build();
        PatientBuilder stripped = withoutLabs()
                .add(lab(RECENT, Analyte.CALCIUM, "2.4"))
                .add(lab(RECENT, Analyte.PHOSPHATE, "1.5"))
                .add(lab(RECENT, Analyte.ALKALINE_PHOSPHATASE, "250"))
                .add(lab(RECENT, Analyte.VITAMIN_D_25OH, "75"))
                .add(lab(RECENT, Analyte.PTH, "3"));
        needs(decide(stripped), "current creatinine");
        assertThat(built.labs()).isNotEmpty();
        PatientBuilder oldHeight = Children.bled(
                Patient.builder("test", Sex.MALE, BORN)
                        .diagnosis(new OiDiagnosis(OiType.III, null, null))
                        .add(new WeightMeasurement(RECENT, Kilograms.of("20"), MeasurementMethod.MEASURED))
                        .add(new HeightMeasurement(
                                TODAY.minusDays(91),
                                new Centimetres(100),
                                HeightMeasurement.Posture.STANDING,
                                MeasurementMethod.MEASURED)),
                RECENT);
        needs(decide(oldHeight), "height of the last 90 days");
        needs(decide(boy().add(lab(RECENT, Analyte.CREATININE, "0"))), "cannot be");
    }

    @Test
    void stop3UnderOneYearCreatinineIsHeldAgainstItsRange() {
        LocalDate born = TODAY.minusDays(100);
        Proposal pamidronate = proposal(Drug.PAMIDRONATE, "pamidronate-cyclic");
        cleared(decide(Children.inOrder(born, "4.5"), pamidronate));
        held(
                decide(
                        Children.inOrder(born, "4.5").add(lab(RECENT, Analyte.CREATININE, "70", "15", "60")),
                        pamidronate),
                "STOP-03");
        held(decide(Children.inOrder(born, "4.5").add(lab(RECENT, Analyte.CREATININE, "56")), pamidronate), "STOP-03");
    }

    @Test
    void stop3AdultsByTheAdultEquation() {
        Proposal neridronate = proposal(Drug.NERIDRONATE, "neridronate-3-monthly");
        LocalDate born = LocalDate.of(1990, 1, 1);
        cleared(decide(Children.inOrder(Sex.MALE, born, "70", "80"), neridronate));
        stopped(decide(Children.inOrder(Sex.MALE, born, "70", "300"), neridronate), HardStop.KIDNEY_OR_INFUSION);
    }

    @Test
    void creatinineMustBeNewerThanTheLastInfusion() {
        PatientBuilder patient = boy().add(new Administration(
                TODAY.minusDays(9), Drug.ZOLEDRONATE, Milligrams.of("1"), null, Route.INTRAVENOUS));
        needs(decide(patient), "creatinine taken after the last infusion");
    }

    /** 30 umol/L ten days ago; 45 is half as much again, and eGFR is still above 80. */
    @ParameterizedTest
    @CsvSource({"44.9, false", "45, true", "60, true"})
    void aRisingCreatinineHoldsAnInfusionLongBeforeTheLimitIsReached(String creatinine, boolean hold) {
        PatientBuilder patient = boy().add(lab(RECENT, Analyte.CREATININE, creatinine));
        if (hold) {
            held(decide(patient), "LAB-07");
        } else {
            cleared(decide(patient));
        }
        cleared(decide(patient, risedronate()));
    }

    @Test
    void theLowestCreatinineOfAYearIsTheMeasure() {
        LocalDate last = TODAY.minusDays(10);
        cleared(decide(boyWithCreatinine("60").add(lab(last.minusDays(367), Analyte.CREATININE, "30"))));
        PatientBuilder slow = boyWithCreatinine("60")
                .add(lab(last.minusDays(366), Analyte.CREATININE, "40"))
                .add(lab(last.minusDays(100), Analyte.CREATININE, "50"));
        held(decide(slow), "LAB-07");
        // Under two years creatinine changes with maturation.
        LocalDate born = TODAY.minusMonths(23);
        Proposal pamidronate = proposal(Drug.PAMIDRONATE, "pamidronate-cyclic");
        cleared(decide(
                Children.inOrder(Sex.MALE, born, "9", "30").add(lab(last.minusDays(60), Analyte.CREATININE, "15")),
                pamidronate));
    }

    /** An adult whose creatinine has risen by more than a tenth since the last infusion; a child's may. */
    @ParameterizedTest
    @CsvSource({"88, 80, false", "88.1, 80, true"})
    void anAdultsCreatinineMayNotRiseByMoreThanATenthSinceTheLastInfusion(String now, String before, boolean hold) {
        Proposal neridronate = proposal(Drug.NERIDRONATE, "neridronate-3-monthly");
        for (boolean adult : new boolean[] {true, false}) {
            PatientBuilder patient = Children.inOrder(
                            Sex.MALE, adult ? LocalDate.of(1990, 1, 1) : LocalDate.of(2012, 1, 1), "50", now)
                    .add(new HeightMeasurement(
                            RECENT,
                            new Centimetres(150),
                            HeightMeasurement.Posture.STANDING,
                            MeasurementMethod.MEASURED))
                    .add(new Administration(
                            TODAY.minusDays(100), Drug.NERIDRONATE, Milligrams.of("100"), null, Route.INTRAVENOUS))
                    .add(lab(TODAY.minusDays(130), Analyte.CREATININE, "95"))
                    .add(lab(TODAY.minusDays(100), Analyte.CREATININE, before));
            if (adult && hold) {
                held(decide(patient, neridronate), "LAB-07");
            } else {
                cleared(decide(patient, neridronate));
            }
        }
    }

    @Test
    void anIndirectHeightIsSaidBesideTheEgfr() {
        for (HeightMeasurement height : List.of(
                new HeightMeasurement(
                        RECENT, new Centimetres(100), HeightMeasurement.Posture.ARM_SPAN, MeasurementMethod.MEASURED),
                new HeightMeasurement(
                        RECENT,
                        new Centimetres(100),
                        HeightMeasurement.Posture.STANDING,
                        MeasurementMethod.REPORTED))) {
            assertThat(decide(boy().add(height)).reasons())
                    .anySatisfy(r -> assertThat(r.text()).contains("not measured directly"));
        }
        assertThat(decide(boy()).reasons())
                .noneSatisfy(r -> assertThat(r.text()).contains("not measured directly"));
    }

    @Test
    void aBisphosphonateWithoutAKidneyLimitInItsFactsIsADefect() {
        Proposal careless = GateCases.madeUp(Drug.ZOLEDRONATE, DrugClass.BISPHOSPHONATE, Route.ORAL, List.of());
        assertThatThrownBy(() -> decide(boy(), careless)).hasMessageContaining("no kidney limit");
    }

    @Test
    void aPublishedCreatinineRangeCoversTheFirstYear() {
        for (Sex sex : Sex.values()) {
            for (int days = 0; days < 365; days++) {
                Age age = Age.of(TODAY.minusDays(days), TODAY);
                assertThat(LabRanges.secondary(Analyte.CREATININE, sex, age))
                        .as("%s, %s", sex, age)
                        .isNotEmpty();
            }
        }
    }

    /** CKD-EPI 2021, man of 36: 150 umol/L gives about 54, 60 umol/L more than 100 mL/min/1.73 m2. */
    @Test
    void anAdultsReducedKidneyFunctionIsSaid() {
        for (String creatinine : new String[] {"150", "60"}) {
            GateDecision decision = decide(
                    Children.inOrder(Sex.MALE, LocalDate.of(1990, 1, 1), "70", creatinine),
                    proposal(Drug.ZOLEDRONATE, "zoledronate-adult-yearly"));
            cleared(decision);
            assertThat(decision.reasons().stream()
                            .anyMatch(r -> r.code().equals("LAB-06") && r.text().contains("between the limit and 60")))
                    .isEqualTo(creatinine.equals("150"));
        }
    }
}
