package org.lamella.care.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamella.care.Children.TODAY;
import static org.lamella.care.Children.lab;
import static org.lamella.care.stop.GateCases.BORN;
import static org.lamella.care.stop.GateCases.RECENT;
import static org.lamella.care.stop.GateCases.boy;
import static org.lamella.care.stop.GateCases.cleared;
import static org.lamella.care.stop.GateCases.decide;
import static org.lamella.care.stop.GateCases.girl;
import static org.lamella.care.stop.GateCases.held;
import static org.lamella.care.stop.GateCases.ofType;
import static org.lamella.care.stop.GateCases.proposal;
import static org.lamella.care.stop.GateCases.risedronate;
import static org.lamella.care.stop.GateCases.says;
import static org.lamella.care.stop.GateCases.stopped;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.care.Children;
import org.lamella.patient.Administration;
import org.lamella.patient.Analyte;
import org.lamella.patient.Bone;
import org.lamella.patient.Course;
import org.lamella.patient.DoseOfUnknownAmount;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.Fracture;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.MeasurementMethod;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.PregnancyStatus;
import org.lamella.patient.Regimen;
import org.lamella.patient.Route;
import org.lamella.patient.Sex;
import org.lamella.patient.Side;
import org.lamella.patient.Surgery;
import org.lamella.patient.VertebralFracture;
import org.lamella.patient.WeightMeasurement;
import org.lamella.patient.measure.Age;
import org.lamella.patient.measure.Centimetres;
import org.lamella.patient.measure.Kilograms;
import org.lamella.patient.measure.Milligrams;

/** The gate as a whole: what it says, in which order, and what cannot go round it. */
class GateVerificationTest {
    @Test
    void theTestChildItselfIsCleared() {
        cleared(decide(boy()));
        cleared(decide(boy(), risedronate()));
    }

    @Test
    void everyHardStopHasANumberASentenceAndSources() {
        assertThat(HardStop.values()).hasSize(12);
        assertThat(HardStop.values()).allSatisfy(stop -> {
            assertThat(stop.statement()).isNotBlank();
            assertThat(stop.sources()).isNotEmpty();
            assertThat(stop.code()).isEqualTo(String.format("STOP-%02d", stop.ordinal() + 1));
        });
    }

    @Test
    void stop10DenosumabOfAnAdultDoesNotSimplyEnd() {
        PatientBuilder adult = Children.inOrder(LocalDate.of(1980, 1, 1), "70")
                .add(new Administration(
                        TODAY.minusDays(200), Drug.DENOSUMAB, Milligrams.of("60"), null, Route.SUBCUTANEOUS));
        assertThat(Gate.decideNoDrug(adult.build(), TODAY, "no-drug")).isInstanceOf(Gate.NoDrugDecision.Stopped.class);
        adult.add(
                new Administration(TODAY.minusDays(20), Drug.ZOLEDRONATE, Milligrams.of("4"), null, Route.INTRAVENOUS));
        assertThat(Gate.decideNoDrug(adult.build(), TODAY, "no-drug"))
                .isInstanceOf(Gate.NoDrugDecision.Permitted.class);
        assertThat(Gate.decideNoDrug(boy().build(), TODAY, "no-drug"))
                .isInstanceOfSatisfying(
                        Gate.NoDrugDecision.Permitted.class,
                        p -> assertThat(p.permit().candidate().regimen()).isEqualTo(new Regimen.NoDrug()));
    }

    /** What a dose is computed from is what was examined. */
    @Test
    void aClearanceCarriesWhatWasExamined() {
        Proposal proposal = proposal(Drug.ZOLEDRONATE, "zoledronate-6-monthly");
        Gate.Clearance first = ((GateDecision.Cleared) decide(boy(), proposal)).clearance();
        assertThat(first.facts()).isEqualTo(proposal.facts());
        assertThat(first.regimen()).isEqualTo(proposal.regimen());
        assertThat(first.site()).isEqualTo(GateCases.SITE);
        assertThat(first.doseDate()).isEqualTo(TODAY);
        assertThat(first.age()).isEqualTo(Age.of(BORN, TODAY));
        assertThat(first.firstEver()).isTrue();
        LocalDate last = TODAY.minusDays(20);
        Gate.Clearance later = ((GateDecision.Cleared) decide(
                        boy().add(new Administration(
                                last, Drug.ZOLEDRONATE, Milligrams.of("1"), null, Route.INTRAVENOUS)),
                        proposal))
                .clearance();
        assertThat(later.firstEver()).isFalse();
        assertThat(later.doseDate()).isEqualTo(last.plusMonths(6));
        assertThat(later.age()).isEqualTo(Age.of(BORN, last.plusMonths(6)));
    }

    /** However the denosumab was recorded. */
    @Test
    void stop10DenosumabOfUnknownAmountAndAsACourseCountToo() {
        LocalDate born = LocalDate.of(1980, 1, 1);
        List<PatientBuilder> stopped = List.of(
                Children.inOrder(born, "70")
                        .add(new DoseOfUnknownAmount(TODAY.minusDays(364), Drug.DENOSUMAB, Route.SUBCUTANEOUS)),
                Children.inOrder(born, "70")
                        .add(new Course(
                                Drug.DENOSUMAB, Milligrams.of("0.33"), Route.SUBCUTANEOUS, TODAY.minusYears(3), null)),
                Children.inOrder(born, "70")
                        .add(new Course(
                                Drug.DENOSUMAB,
                                Milligrams.of("0.33"),
                                Route.SUBCUTANEOUS,
                                TODAY.minusYears(3),
                                TODAY.minusDays(364))));
        assertThat(stopped)
                .allSatisfy(p -> assertThat(Gate.decideNoDrug(p.build(), TODAY, "no-drug"))
                        .isInstanceOf(Gate.NoDrugDecision.Stopped.class));
        List<PatientBuilder> permitted = List.of(
                Children.inOrder(born, "70")
                        .add(new DoseOfUnknownAmount(TODAY.minusDays(365), Drug.DENOSUMAB, Route.SUBCUTANEOUS)),
                Children.inOrder(born, "70")
                        .add(new DoseOfUnknownAmount(TODAY.plusDays(1), Drug.DENOSUMAB, Route.SUBCUTANEOUS))
                        .add(new DoseOfUnknownAmount(TODAY.minusDays(3), Drug.TERIPARATIDE, Route.SUBCUTANEOUS)),
                Children.inOrder(born, "70")
                        .add(new Course(
                                Drug.DENOSUMAB, Milligrams.of("0.33"), Route.SUBCUTANEOUS, TODAY.plusDays(1), null))
                        .add(new Course(
                                Drug.TERIPARATIDE,
                                Milligrams.of("0.02"),
                                Route.SUBCUTANEOUS,
                                TODAY.minusDays(9),
                                null)),
                Children.inOrder(born, "70")
                        .add(new Course(
                                Drug.DENOSUMAB,
                                Milligrams.of("0.33"),
                                Route.SUBCUTANEOUS,
                                TODAY.minusYears(3),
                                TODAY.minusDays(365))));
        assertThat(permitted)
                .allSatisfy(p -> assertThat(Gate.decideNoDrug(p.build(), TODAY, "no-drug"))
                        .isInstanceOf(Gate.NoDrugDecision.Permitted.class));
    }

    /** Laboratory results of 90 days ago still count, a day more and they do not; older weights beside a newer one do not. */
    @Test
    void resultsCountUpToTheLimitAndOnlyTheLatestWeighs() {
        for (int days : new int[] {90, 91}) {
            PatientBuilder patient = Children.bled(
                    Patient.builder("test", Sex.MALE, BORN)
                            .diagnosis(new OiDiagnosis(OiType.III, null, null))
                            .add(new WeightMeasurement(
                                    TODAY.minusDays(60), Kilograms.of("19"), MeasurementMethod.MEASURED))
                            .add(new WeightMeasurement(RECENT, Kilograms.of("20"), MeasurementMethod.MEASURED))
                            .add(new HeightMeasurement(
                                    RECENT,
                                    new Centimetres(100),
                                    HeightMeasurement.Posture.STANDING,
                                    MeasurementMethod.MEASURED)),
                    TODAY.minusDays(days));
            GateDecision decision = decide(patient);
            if (days == 90) {
                cleared(decision);
                assertThat(((GateDecision.Cleared) decision)
                                .clearance()
                                .weight()
                                .weight())
                        .isEqualTo(Kilograms.of("20"));
            } else {
                assertThat(decision).isInstanceOf(GateDecision.CannotEvaluate.class);
            }
        }
    }

    @Test
    void factsAreQuotedWithValueUnitAndDay() {
        assertThat(decide(boy().add(lab(RECENT, Analyte.VITAMIN_D_25OH, "45"))).reasons())
                .anySatisfy(r -> assertThat(r.facts()).contains("25-hydroxyvitamin D 45 nmol/L on " + RECENT));
        assertThat(decide(boy().add(lab(RECENT, Analyte.VITAMIN_D_25OH, "45"))).reasons())
                .anySatisfy(r -> assertThat(r.text()).contains("Vitamin D is below 50 nmol/L"));
    }

    @Test
    void besideAStopNothingElseIsSaid() {
        GateDecision decision = decide(boy().add(lab(RECENT, Analyte.CALCIUM_ALBUMIN_ADJUSTED, "1.9", "2.15", "2.6"))
                .add(lab(RECENT, Analyte.VITAMIN_D_25OH, "20")));
        assertThat(decision.reasons()).extracting(GateReason::kind).containsOnly(GateReason.Kind.STOP);
    }

    @Test
    void theHeaviestReasonComesFirst() {
        GateDecision decision =
                decide(boy().add(lab(RECENT, Analyte.CREATININE, "0")).add(lab(RECENT, Analyte.VITAMIN_D_25OH, "20")));
        assertThat(decision.reasons())
                .extracting(GateReason::kind)
                .isSorted()
                .startsWith(GateReason.Kind.HOLD, GateReason.Kind.NEED);
    }

    // The remaining branches

    @Test
    void denosumabLongAgoNoLongerForbidsStopping() {
        PatientBuilder adult = Children.inOrder(LocalDate.of(1980, 1, 1), "70")
                .add(new Administration(
                        TODAY.minusDays(366), Drug.DENOSUMAB, Milligrams.of("60"), null, Route.SUBCUTANEOUS));
        assertThat(Gate.decideNoDrug(adult.build(), TODAY, "no-drug"))
                .isInstanceOf(Gate.NoDrugDecision.Permitted.class);
        // A bisphosphonate before the last denosumab is no follow-on.
        PatientBuilder before = Children.inOrder(LocalDate.of(1980, 1, 1), "70")
                .add(new Administration(
                        TODAY.minusDays(300), Drug.ZOLEDRONATE, Milligrams.of("4"), null, Route.INTRAVENOUS))
                .add(new Administration(
                        TODAY.minusDays(100), Drug.DENOSUMAB, Milligrams.of("60"), null, Route.SUBCUTANEOUS));
        assertThat(Gate.decideNoDrug(before.build(), TODAY, "no-drug")).isInstanceOf(Gate.NoDrugDecision.Stopped.class);
    }

    @Test
    void futureFactsAreNotUsed() {
        PatientBuilder patient = girl(13).add(new Finding(RECENT, Finding.Kind.MENARCHE, true))
                .add(new PregnancyStatus(RECENT, PregnancyStatus.Status.NOT_PREGNANT))
                .add(new PregnancyStatus(TODAY.plusDays(1), PregnancyStatus.Status.PREGNANT))
                .add(new Surgery(TODAY.plusDays(3), Surgery.Kind.OSTEOTOMY, Bone.FEMUR, Side.LEFT, null));
        cleared(decide(patient));
        PatientBuilder mild = ofType(OiType.I)
                .add(new VertebralFracture(TODAY.plusDays(1), "L1", 1))
                .add(new Fracture(TODAY.plusDays(1), Bone.TIBIA, Side.LEFT, Fracture.Mechanism.LOW_ENERGY));
        stopped(decide(mild), HardStop.NO_INDICATION);
    }

    @Test
    void aReasonNeedsWordsAndACode() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> new GateReason(GateReason.Kind.STOP, "X", " ", List.of(), List.of()))
                .hasMessageContaining("must not be blank");
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> new GateReason(GateReason.Kind.STOP, "", "text", List.of(), List.of()))
                .hasMessageContaining("must not be blank");
    }

    @Test
    void notesStandBesideAClearance() {
        says(decide(boy()), "consent is not recorded");
        says(decide(boy().add(new Finding(RECENT, Finding.Kind.CONSENT_OFF_LABEL, true))), "consent is recorded");
        Proposal neridronate = proposal(Drug.NERIDRONATE, "neridronate-3-monthly");
        says(decide(Children.inOrder(LocalDate.of(1990, 1, 1), "70"), neridronate), "In adults the benefit");
        says(decide(girl(10).add(new Finding(RECENT, Finding.Kind.MENARCHE, false))), "plan contraception");
        assertThat(decide(girl(8)).reasons())
                .noneSatisfy(r -> assertThat(r.text()).contains("contraception"));
    }

    @Test
    void consentThatWasRefusedHoldsTheDrug() {
        held(decide(boy().add(new Finding(RECENT, Finding.Kind.CONSENT_OFF_LABEL, false))), "SAFE-03");
        PatientBuilder adult = Children.inOrder(LocalDate.of(1990, 1, 1), "70")
                .add(new Finding(RECENT, Finding.Kind.CONSENT_OFF_LABEL, false));
        cleared(decide(adult, proposal(Drug.NERIDRONATE, "neridronate-3-monthly")));
    }

    @Test
    void aStopOfNoDrugNamesItsHardStop() {
        PatientBuilder adult = Children.inOrder(LocalDate.of(1980, 1, 1), "70")
                .add(new Administration(
                        TODAY.minusDays(364), Drug.DENOSUMAB, Milligrams.of("60"), null, Route.SUBCUTANEOUS));
        assertThat(Gate.decideNoDrug(adult.build(), TODAY, "no-drug"))
                .isInstanceOfSatisfying(
                        Gate.NoDrugDecision.Stopped.class,
                        s -> assertThat(s.reasons())
                                .singleElement()
                                .satisfies(r -> assertThat(r.code()).isEqualTo("STOP-10")));
    }

    @Test
    void theLimitsThemselvesBelongToTheSafeSide() {
        LocalDate born = TODAY.minusDays(100);
        Proposal pamidronate = proposal(Drug.PAMIDRONATE, "pamidronate-cyclic");
        GateDecision infant = decide(
                Children.inOrder(born, "4.5").add(lab(RECENT, Analyte.CREATININE, "60", "15", "60")), pamidronate);
        cleared(infant);
        says(infant, "within the range for the age");
        PatientBuilder oldHeight = Children.bled(
                Patient.builder("test", Sex.MALE, BORN)
                        .diagnosis(new OiDiagnosis(OiType.III, null, null))
                        .add(new WeightMeasurement(RECENT, Kilograms.of("20"), MeasurementMethod.MEASURED))
                        .add(new HeightMeasurement(
                                TODAY.minusDays(90),
                                new Centimetres(100),
                                HeightMeasurement.Posture.STANDING,
                                MeasurementMethod.MEASURED)),
                RECENT);
        cleared(decide(oldHeight));
        cleared(decide(girl(12).add(new Finding(TODAY.minusDays(183), Finding.Kind.MENARCHE, false))));
    }
}
