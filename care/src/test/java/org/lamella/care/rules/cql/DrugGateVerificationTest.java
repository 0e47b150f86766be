package org.lamella.care.rules.cql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lamella.care.rules.GeneratedPatients;
import org.lamella.care.rules.RuleAnswer;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.care.rules.RuleSettings;
import org.lamella.care.rules.Topic;
import org.lamella.patient.Patient;

/** No action of a plan names a drug while a hard stop, a hold or a gap speaks against it. */
class DrugGateVerificationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final CqlRuleEngine CQL = new CqlRuleEngine();
    private static final PathwayContent CONTENT = new PathwayContent(RuleCatalogue.standard());

    @Test
    void everyRuleThatStatesARegimenOrAReasonToTreatStandsBehindAGate() {
        for (Topic topic : List.of(Topic.DOSING, Topic.INDICATION)) {
            RuleCatalogue.standard().rules(topic).stream()
                    .filter(rule -> (rule.statement() + rule.action())
                            .matches("(?s).*\\d\\.?\\d* ?(mg|microgram).*|.*(Eligibility|List oral|prefer IV).*"))
                    // Caps, limits, warnings and holds are no proposal.
                    .filter(rule -> !Set.of(
                                    "DOS-ZA-06", "DOS-PAM-04", "DOS-ZA-04", "DOS-DEN-01", "DOS-ROM-01", "DOS-PAM-05")
                            .contains(rule.id()))
                    .forEach(rule ->
                            assertThat(DrugGate.of(rule.id())).as(rule.id()).isPresent());
        }
    }

    @Test
    void aHardStopTakesEveryActionOfItsDrugAway() {
        int kept = 0;
        int taken = 0;
        for (Patient patient : new GeneratedPatients(7, DAY).next(150)) {
            Map<String, RuleAnswer.Kind> kinds = CQL.kinds(patient, DAY, RuleSettings.none());
            Map<DrugGate, List<String>> against = CQL.against(patient, DAY, RuleSettings.none());
            List<AppliedAction> actions = new ArrayList<>();
            for (Topic topic : List.of(Topic.DOSING, Topic.INDICATION)) {
                actions.addAll(AppliedAction.of(CONTENT.plan(topic), kinds, against));
            }
            boolean stopped = List.of("LAB-03", "LAB-06", "LAB-09", "PR-01", "IND-03").stream()
                    .anyMatch(id -> kinds.get(id) == RuleAnswer.Kind.STOP);
            for (AppliedAction action : actions) {
                boolean drug = DrugGate.of(action.id())
                        .filter(gate -> gate != DrugGate.TERIPARATIDE && gate != DrugGate.DENOSUMAB)
                        .isPresent();
                assertThat(stopped && drug).as(patient.id() + " " + action.id()).isFalse();
                kept += drug ? 1 : 0;
            }
            taken += stopped ? 1 : 0;
        }
        assertThat(taken).as("patients with a hard stop").isGreaterThan(10);
        assertThat(kept).as("actions that stayed").isPositive();
    }

    @Test
    void aRuleThatASiteSwitchedOffSpeaksAgainstTheDrug() {
        Patient patient = new GeneratedPatients(7, DAY).next(1).getFirst();
        RuleSettings off = new RuleSettings(Set.of(), Set.of("LAB-01", "LAB-07"), Map.of());
        assertThat(CQL.against(patient, DAY, off).get(DrugGate.ZOLEDRONATE)).contains("LAB-01 OFF", "LAB-07 OFF");
    }
}
