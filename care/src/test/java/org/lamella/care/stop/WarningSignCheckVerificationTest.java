package org.lamella.care.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamella.care.Children.TODAY;
import static org.lamella.care.stop.GateCases.RECENT;
import static org.lamella.care.stop.GateCases.SITE;
import static org.lamella.care.stop.GateCases.boy;
import static org.lamella.care.stop.GateCases.cleared;
import static org.lamella.care.stop.GateCases.decide;
import static org.lamella.care.stop.GateCases.held;
import static org.lamella.care.stop.GateCases.risedronate;
import static org.lamella.care.stop.GateCases.zoledronate;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.care.history.TreatmentHistory;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.Patient;

/** Signs of harm hold the next dose until a specialist has looked. */
class WarningSignCheckVerificationTest {
    private static Finding sign(Finding.Kind kind, boolean present) {
        return new Finding(RECENT, kind, present);
    }

    private static List<GateReason> reasons(Drug drug, Finding finding) {
        Patient patient = boy().add(finding).build();
        Ledger ledger = new Ledger();
        WarningSignCheck.examine(
                new Situation(
                        patient,
                        TODAY,
                        SITE,
                        TreatmentHistory.of(patient, TODAY),
                        new Proposal("option", DrugFormulary.standard().get(drug), null),
                        TODAY),
                ledger);
        return ledger.reasons();
    }

    @Test
    void anInflamedEyeHoldsInfusionsAndTablets() {
        held(decide(boy().add(sign(Finding.Kind.EYE_INFLAMMATION, true))), "INF-09");
        held(decide(boy().add(sign(Finding.Kind.EYE_INFLAMMATION, true)), risedronate()), "INF-09");
    }

    @Test
    void exposedJawBoneHoldsInfusionsAndTablets() {
        held(decide(boy().add(sign(Finding.Kind.EXPOSED_JAW_BONE, true)), zoledronate()), "DEN-06");
        held(decide(boy().add(sign(Finding.Kind.EXPOSED_JAW_BONE, true)), risedronate()), "DEN-06");
    }

    @Test
    void aSignThatWasExcludedHoldsNothing() {
        cleared(decide(
                boy().add(sign(Finding.Kind.EYE_INFLAMMATION, false)).add(sign(Finding.Kind.EXPOSED_JAW_BONE, false))));
    }

    @Test
    void theJawConcernsDenosumabTooTheEyeOnlyBisphosphonates() {
        assertThat(reasons(Drug.DENOSUMAB, sign(Finding.Kind.EXPOSED_JAW_BONE, true)))
                .singleElement()
                .satisfies(r -> assertThat(r.code()).isEqualTo("DEN-06"));
        assertThat(reasons(Drug.DENOSUMAB, sign(Finding.Kind.EYE_INFLAMMATION, true)))
                .isEmpty();
    }

    @Test
    void neitherConcernsDrugsThatDoNotSlowResorption() {
        assertThat(reasons(Drug.TERIPARATIDE, sign(Finding.Kind.EXPOSED_JAW_BONE, true)))
                .isEmpty();
        assertThat(reasons(Drug.TERIPARATIDE, sign(Finding.Kind.EYE_INFLAMMATION, true)))
                .isEmpty();
    }
}
