package org.lamella.care.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.care.stop.Gate;
import org.lamella.care.stop.GateDecision;
import org.lamella.care.stop.Proposal;
import org.lamella.evidence.drug.DosingRegimen;
import org.lamella.evidence.drug.DrugFacts;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.patient.Patient;

/**
 * The rules and the gate before the dose calculator were written apart. Where a rule stops or holds a drug, the gate must
 * not clear a dose of it. Each case of the rules is laid over a record in which everything is in order.
 */
class RulesAndGateVerificationTest {
    /** A boy of 8 years with a vertebral fracture, everything known and recent, ready for a first infusion. */
    private static final String IN_ORDER = String.join(
            "; ",
            "vfx @-1m",
            "weight 25 @-5d",
            "height 120 @-5d",
            "lab VITAMIN_D_25OH 80 @-5d",
            "lab CALCIUM 2.4 low 2.2 high 2.7 @-5d",
            "lab CALCIUM_ALBUMIN_ADJUSTED 2.4 low 2.2 high 2.7 @-5d",
            "lab PHOSPHATE 1.4 low 1.0 high 1.8 @-5d",
            "lab ALKALINE_PHOSPHATASE 250 low 60 high 400 @-5d",
            "lab CREATININE 35 @-5d",
            "lab PTH 4 @-5d",
            "dental @-30d",
            "mobility HOUSEHOLD_WALKER @-5d",
            "pain 2 @-1d",
            "no BOWING @-5d",
            "no IMPAIRED_MOBILITY_FROM_FRACTURES @-5d",
            "no SIGNIFICANT_PAIN @-5d",
            "no RESPIRATORY_ILLNESS @-1d",
            "no DEHYDRATION @-1d",
            "no INTERACTING_DRUG @-1d",
            "no ACUTE_KIDNEY_INJURY @-1d",
            "no CHRONIC_GLUCOCORTICOID @-1d",
            "yes CONSENT_OFF_LABEL @-5d",
            "no IN_CLINICAL_TRIAL @-5d",
            "yes EPIPHYSES_OPEN @-5d",
            "yes CAN_SIT_UPRIGHT_30_MIN @-5d",
            "no OESOPHAGEAL_DISEASE @-5d");

    @Test
    void theGateClearsNoDoseOfADrugThatARuleStopsOrHolds() {
        CarePathway pathway = CarePathway.standard();
        List<String> faults = new ArrayList<>();
        int cleared = 0;
        int kept = 0;
        List<String> records = new ArrayList<>(List.of(""));
        RuleCasesVerificationTest.cases().forEach(c -> records.add(c.record()));
        for (String change : records) {
            Patient patient = new CaseRecord(IN_ORDER + "; " + change).patient();
            List<RuleAnswer> answers = pathway.evaluate(patient, CaseRecord.TODAY, SiteConfiguration.defaults());
            for (DrugFacts facts : DrugFormulary.standard().withRegimen()) {
                for (DosingRegimen regimen : facts.regimens()) {
                    GateDecision decision = Gate.decide(
                            patient,
                            CaseRecord.TODAY,
                            SiteConfiguration.defaults(),
                            new Proposal(regimen.id(), facts, regimen));
                    if (!(decision instanceof GateDecision.Cleared)) {
                        kept++;
                        continue;
                    }
                    cleared++;
                    answers.stream()
                            .filter(a -> a.kind() == RuleAnswer.Kind.STOP || a.kind() == RuleAnswer.Kind.HOLD)
                            .filter(a -> a.blocks(facts.drug()))
                            .forEach(a -> faults.add(regimen.id() + " was cleared although "
                                    + a.rule().id() + " says: " + a.reason() + " [" + change + "]"));
                }
            }
        }
        // Both outcomes must occur, else the comparison says nothing.
        assertThat(cleared).isGreaterThan(100);
        assertThat(kept).isGreaterThan(100);
        assertThat(faults).isEmpty();
    }
}
