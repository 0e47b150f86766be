package org.lamella.care.rules.cql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.jspecify.annotations.Nullable;
import org.lamella.care.rules.Rule;
import org.lamella.care.rules.RuleAnswer;
import org.lamella.care.rules.RuleCatalogue;

/**
 * An action of a plan that applies to a person: what {@code $apply} keeps of the actions of a PlanDefinition.
 *
 * @param id rule id, or {@code GATE-…} for an action that says why a drug is not proposed
 * @param prefix kind of the answer, such as {@code HOLD}; {@code GATE} for a refusal
 * @param title title of the action
 * @param description statement of the rule, or what speaks against the drug
 * @param rule the rule behind it, or null for a refusal
 */
public record AppliedAction(
        String id,
        String prefix,
        String title,
        String description,
        @Nullable Rule rule) {

    /**
     * The actions that apply, in the order of the plan: those of rules with something to say, without any that names a
     * drug against which anything speaks; then a refusal for each such drug.
     *
     * @param plan a plan of {@link PathwayContent#plan}
     * @param kinds answer of each rule
     * @param against what speaks against each drug; an action stays only when its list is empty
     */
    public static List<AppliedAction> of(
            PlanDefinition plan, Map<String, RuleAnswer.Kind> kinds, Map<DrugGate, List<String>> against) {
        List<AppliedAction> applied = new ArrayList<>();
        for (PlanDefinition.PlanDefinitionActionComponent action : plan.getAction()) {
            String id = action.getId();
            if (kinds.containsKey(id)) {
                RuleAnswer.Kind kind = Objects.requireNonNull(kinds.get(id));
                boolean speaks = kind.compareTo(RuleAnswer.Kind.NOT_APPLICABLE) < 0;
                boolean permitted = DrugGate.of(id)
                        .map(gate -> speaksAgainst(against, gate).isEmpty())
                        .orElse(true);
                if (speaks && permitted) {
                    Rule rule = RuleCatalogue.standard().rule(id);
                    applied.add(new AppliedAction(id, kind.name(), action.getTitle(), action.getDescription(), rule));
                }
            } else {
                refusal(action, against, applied);
            }
        }
        return List.copyOf(applied);
    }

    private static void refusal(
            PlanDefinition.PlanDefinitionActionComponent action,
            Map<DrugGate, List<String>> against,
            List<AppliedAction> applied) {
        for (DrugGate gate : DrugGate.values()) {
            List<String> reasons = speaksAgainst(against, gate);
            if (GateActions.id(gate).equals(action.getId()) && !reasons.isEmpty()) {
                applied.add(new AppliedAction(
                        action.getId(), action.getPrefix(), action.getTitle(), String.join(", ", reasons), null));
            }
        }
    }

    /** A gate without an answer is shut. */
    private static List<String> speaksAgainst(Map<DrugGate, List<String>> against, DrugGate gate) {
        return against.getOrDefault(gate, List.of("GATE MISSING"));
    }
}
