package org.lamella.care.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamella.care.Children.TODAY;
import static org.lamella.care.stop.GateCases.RECENT;
import static org.lamella.care.stop.GateCases.boy;
import static org.lamella.care.stop.GateCases.cleared;
import static org.lamella.care.stop.GateCases.decide;
import static org.lamella.care.stop.GateCases.proposal;
import static org.lamella.care.stop.GateCases.stopped;
import static org.lamella.care.stop.GateCases.zoledronate;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamella.care.Children;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.patient.Administration;
import org.lamella.patient.Course;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;
import org.lamella.patient.PatientBuilder;
import org.lamella.patient.Route;
import org.lamella.patient.VertebralFracture;
import org.lamella.patient.measure.Milligrams;

/** Hard stops 1, 5 and 6: drugs that are not offered, or not to this person. */
class DrugCheckVerificationTest {
    @Test
    void stop1DenosumabUnder18EvenInATrial() {
        Proposal denosumab = new Proposal("denosumab", DrugFormulary.standard().get(Drug.DENOSUMAB), null);
        stopped(decide(boy(), denosumab), HardStop.DENOSUMAB_UNDER_18);
        PatientBuilder inTrial = boy().add(new Finding(RECENT, Finding.Kind.IN_CLINICAL_TRIAL, true));
        stopped(decide(inTrial, denosumab), HardStop.DENOSUMAB_UNDER_18);
        assertThat(decide(inTrial, denosumab).reasons().getFirst().facts())
                .anySatisfy(f -> assertThat(f).contains("protocol decides"));
    }

    @Test
    void stop1ABorrowedRegimenDoesNotHelp() {
        // Somebody pairs denosumab with a regimen of another drug.
        Proposal forged = new Proposal(
                "denosumab",
                DrugFormulary.standard().get(Drug.DENOSUMAB),
                zoledronate().regimen());
        stopped(decide(boy(), forged), HardStop.DENOSUMAB_UNDER_18);
    }

    @Test
    void noDrugIsGivenByTheRegimenOfAnother() {
        // 1 mg/kg of pamidronate would be twenty times a dose of zoledronate.
        Proposal forged = new Proposal(
                "forged",
                DrugFormulary.standard().get(Drug.ZOLEDRONATE),
                proposal(Drug.PAMIDRONATE, "pamidronate-cyclic").regimen());
        stopped(decide(boy(), forged), HardStop.UNSAFE_DOSE_BASIS);
    }

    @Test
    void denosumabOfAnAdultIsNotOfferedEither() {
        Proposal denosumab = new Proposal("denosumab", DrugFormulary.standard().get(Drug.DENOSUMAB), null);
        GateDecision decision = decide(Children.inOrder(LocalDate.of(1990, 1, 1), "70"), denosumab);
        assertThat(decision).isInstanceOf(GateDecision.Stopped.class);
        assertThat(decision.reasons())
                .noneSatisfy(r -> assertThat(r.code()).isEqualTo(HardStop.DENOSUMAB_UNDER_18.code()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"teriparatide", "romosozumab"})
    void stop5OpenGrowthPlates(String drug) {
        Proposal proposal = new Proposal(drug, DrugFormulary.standard().get(new Drug(drug)), null);
        stopped(decide(boy(), proposal), HardStop.ANABOLIC_WITH_OPEN_PLATES);
        // Closed plates under 18 do not open the door.
        stopped(
                decide(boy().add(new Finding(RECENT, Finding.Kind.EPIPHYSES_OPEN, false)), proposal),
                HardStop.ANABOLIC_WITH_OPEN_PLATES);
        PatientBuilder adult = Children.inOrder(LocalDate.of(2005, 1, 1), "60");
        stopped(
                decide(adult.add(new Finding(RECENT, Finding.Kind.EPIPHYSES_OPEN, true)), proposal),
                HardStop.ANABOLIC_WITH_OPEN_PLATES);
        assertThat(decide(Children.inOrder(LocalDate.of(2005, 1, 1), "60"), proposal)
                        .reasons())
                .noneSatisfy(r -> assertThat(r.code()).isEqualTo(HardStop.ANABOLIC_WITH_OPEN_PLATES.code()));
    }

    @Test
    void stop5RomosozumabAfterHeartAttackOrStroke() {
        Proposal romosozumab =
                new Proposal("romosozumab", DrugFormulary.standard().get(Drug.ROMOSOZUMAB), null);
        PatientBuilder adult = Children.inOrder(LocalDate.of(1960, 1, 1), "60")
                .add(new Finding(LocalDate.of(1999, 1, 1), Finding.Kind.MYOCARDIAL_INFARCTION_OR_STROKE, true));
        GateDecision decision = decide(adult, romosozumab);
        stopped(decision, HardStop.ANABOLIC_WITH_OPEN_PLATES);
        assertThat(decision.reasons()).anySatisfy(r -> assertThat(r.text()).contains("heart attack"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"setrusumab", "fresolimumab", "cell-or-gene-therapy"})
    void stop6InvestigationalDrugs(String drug) {
        Proposal proposal = new Proposal(drug, DrugFormulary.standard().get(new Drug(drug)), null);
        stopped(decide(boy(), proposal), HardStop.INVESTIGATIONAL_OUTSIDE_TRIAL);
        Proposal forged = new Proposal(drug, proposal.facts(), zoledronate().regimen());
        stopped(decide(boy(), forged), HardStop.INVESTIGATIONAL_OUTSIDE_TRIAL);
    }

    @Test
    void stop7ASwitchSaysThatNothingIsConverted() {
        PatientBuilder onPamidronate = boy();
        for (int cycle = 1; cycle <= 3; cycle++) {
            for (int day = 0; day < 3; day++) {
                onPamidronate.add(new Administration(
                        TODAY.minusMonths(4L * cycle).plusDays(day),
                        Drug.PAMIDRONATE,
                        Milligrams.of("18"),
                        null,
                        Route.INTRAVENOUS));
            }
        }
        GateDecision decision = decide(onPamidronate);
        cleared(decision);
        assertThat(decision.reasons()).anySatisfy(r -> assertThat(r.text()).contains("never converted"));
    }

    @Test
    void tabletsBesideInfusionsAreToldApart() {
        PatientBuilder both = boy().add(new Administration(
                        TODAY.minusDays(200), Drug.ZOLEDRONATE, Milligrams.of("1"), null, Route.INTRAVENOUS))
                .add(new Course(Drug.RISEDRONATE, Milligrams.of("2.5"), Route.ORAL, TODAY.minusDays(90), null));
        assertThat(decide(both).reasons()).anySatisfy(r -> assertThat(r.text()).contains("never converted"));
    }

    @Test
    void typeViIsSentToAnExpertCentre() {
        GateDecision decision = decide(boy().diagnosis(new OiDiagnosis(OiType.VI, "SERPINF1", null))
                .add(new VertebralFracture(RECENT, "L1", 1)));
        assertThat(decision.reasons()).anySatisfy(r -> assertThat(r.text()).contains("expert centre"));
    }
}
