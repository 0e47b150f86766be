package org.lamella.care.rules.cql;

import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.lamella.care.rules.Rule;

/**
 * How a plan keeps a drug back: a second condition on each action that names one, which is met only while nothing stops,
 * holds or is missing, and an action that says what speaks against the drug instead.
 */
final class GateActions {
    /** Identifier of the activity behind every refusal. */
    static final String REFUSAL = "GATE";

    private GateActions() {}

    /** What a refusal leads to: a communication, like every activity here. */
    static ActivityDefinition activity() {
        ActivityDefinition activity = new ActivityDefinition();
        PathwayContent.head(activity, "ActivityDefinition", REFUSAL, "A drug is not proposed now");
        activity.setKind(ActivityDefinition.ActivityDefinitionKind.COMMUNICATIONREQUEST);
        activity.setDescription("A stop, a hold or a gap speaks against the drug: its regimens are not shown.");
        activity.setUsage("The rules behind a refusal carry the citations. " + PathwayContent.REVIEW);
        return activity;
    }

    /** The condition that takes an action away as soon as anything speaks against its drug. */
    static PlanDefinition.PlanDefinitionActionConditionComponent silent(DrugGate gate) {
        return condition("Nothing speaks against it", "not exists " + name(gate));
    }

    /** One action for each drug that the rules of a topic name: what speaks against it now. */
    static List<PlanDefinition.PlanDefinitionActionComponent> refusals(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> DrugGate.of(rule.id()).stream())
                .distinct()
                .map(GateActions::refusal)
                .toList();
    }

    private static PlanDefinition.PlanDefinitionActionComponent refusal(DrugGate gate) {
        PlanDefinition.PlanDefinitionActionComponent action = new PlanDefinition.PlanDefinitionActionComponent();
        action.setId(id(gate));
        action.setTitle(title(gate));
        action.setDescription("What speaks against it: the rules named, each with its answer.");
        action.addCondition(condition("Something speaks against it", "exists " + name(gate)));
        action.setPrefix("GATE");
        action.setDefinition(
                new CanonicalType(PathwayContent.BASE + "ActivityDefinition/" + REFUSAL + "|" + RuleLibraries.VERSION));
        action.addDynamicValue(dynamic("action.description", "Combine(" + name(gate) + ", ', ')"));
        return action;
    }

    /** Identifier of the action that stands for what was kept back. */
    static String id(DrugGate gate) {
        return "GATE-" + gate.name();
    }

    private static String title(DrugGate gate) {
        String what = switch (gate) {
            case TREATMENT -> "treatment";
            case INFUSION -> "other infusion";
            default -> gate.name().toLowerCase(Locale.ROOT);
        };
        return id(gate) + " No " + what + " is proposed now";
    }

    private static String name(DrugGate gate) {
        return RuleLibraries.GATE + ".\"" + gate.definition() + "\"";
    }

    private static PlanDefinition.PlanDefinitionActionConditionComponent condition(String says, String expression) {
        return new PlanDefinition.PlanDefinitionActionConditionComponent()
                .setKind(PlanDefinition.ActionConditionKind.APPLICABILITY)
                .setExpression(new Expression()
                        .setLanguage("text/cql")
                        .setDescription(says)
                        .setExpression(expression));
    }

    static PlanDefinition.PlanDefinitionActionDynamicValueComponent dynamic(String path, String expression) {
        return new PlanDefinition.PlanDefinitionActionDynamicValueComponent()
                .setPath(path)
                .setExpression(new Expression().setLanguage("text/cql").setExpression(expression));
    }
}
