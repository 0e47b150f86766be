package org.lamella.care.rules;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamella.care.plan.CareItem;
import org.lamella.evidence.Citation;
import org.lamella.patient.Drug;

/**
 * What one rule says about one person on one day.
 *
 * @param rule the rule with its sources, grade and disagreement
 * @param kind sort of answer
 * @param priority 1 (act first) to 5 (background)
 * @param reason one sentence
 * @param facts facts of this person that were used
 * @param needs what must be supplied; not empty when the answer is {@link Kind#MISSING}
 * @param drugs drugs that the answer concerns, sorted; empty when it concerns none in particular
 * @param dueOn day on which something falls due (it may lie ahead), or null
 */
public record RuleAnswer(
        Rule rule,
        Kind kind,
        int priority,
        String reason,
        List<String> facts,
        List<String> needs,
        List<Drug> drugs,
        @Nullable LocalDate dueOn) {

    /** Sorts of answer, in the order in which a plan shows them. */
    public enum Kind {
        /** Must not be done. */
        STOP("stop"),
        /** Must wait until something is settled. */
        HOLD("hold"),
        /** Cannot be evaluated. */
        MISSING("missing"),
        /** Falls due. */
        DUE("due"),
        /** May be discussed. */
        OPTION("option"),
        /** Worth knowing. */
        INFORMATION("information"),
        /** Evaluated; its trigger is not met. */
        NOT_APPLICABLE("not applicable"),
        /** Switched off: unconfirmed by default, or by the site. */
        OFF("off");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public RuleAnswer {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("answer of " + rule.id() + ": needs a reason");
        }
        if (kind == Kind.MISSING && needs.isEmpty()) {
            throw new IllegalArgumentException("answer of " + rule.id() + ": says 'missing' without saying what");
        }
        if (priority < 1 || priority > 5) {
            throw new IllegalArgumentException(
                    "answer of " + rule.id() + ": priority " + priority + ", accepted is 1 to 5");
        }
        facts = List.copyOf(facts);
        needs = List.copyOf(needs);
        drugs = List.copyOf(drugs);
    }

    static RuleAnswer of(Rule rule, Verdict verdict) {
        return new RuleAnswer(
                rule,
                verdict.kind(),
                verdict.priority(),
                verdict.reason(),
                verdict.facts(),
                verdict.needs(),
                verdict.drugs(),
                verdict.dueOn());
    }

    /** True when this answer keeps the drug from being given today; a gate that cannot be evaluated keeps it too. */
    public boolean blocks(Drug drug) {
        return (kind == Kind.STOP || kind == Kind.HOLD || kind == Kind.MISSING) && drugs.contains(drug);
    }

    /** True when something is due on a day that lies ahead. */
    public boolean upcoming() {
        return kind == Kind.NOT_APPLICABLE && dueOn != null;
    }

    /** The answer as an item of a plan; only for kinds that a plan shows. */
    public CareItem item() {
        CareItem.Kind shown = switch (kind) {
            case STOP -> CareItem.Kind.STOP;
            case HOLD -> CareItem.Kind.HOLD;
            case MISSING -> CareItem.Kind.MISSING;
            case DUE -> CareItem.Kind.DUE;
            case OPTION -> CareItem.Kind.OPTION;
            case INFORMATION -> CareItem.Kind.INFORMATION;
            case NOT_APPLICABLE, OFF ->
                throw new IllegalStateException("rule " + rule.id() + ": an answer '" + kind.label()
                        + "' is no item of a plan; filter it out first");
        };
        return new CareItem(
                rule.id(), shown, priority, rule.title(), reason, facts, dueOn, rule.sources(), rule.disagreement());
    }

    public List<Citation> sources() {
        return rule.sources();
    }
}
