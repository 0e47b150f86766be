package org.lamella.care.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.lamella.care.plan.CareItem;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.patient.Patient;

/** The complete pathway for one person on one day. */
public final class CarePathway {
    private final RuleEngine engine;

    public CarePathway(RuleEngine engine) {
        this.engine = engine;
    }

    /** The pathway with the rules in typed Java. */
    public static CarePathway standard() {
        return new CarePathway(new JavaRuleEngine());
    }

    /** As below, for a site configuration. */
    public List<RuleAnswer> evaluate(Patient patient, LocalDate asOf, SiteConfiguration site) {
        return evaluate(patient, asOf, SiteRules.of(site));
    }

    /** The answers to read as items of a plan, most urgent first. */
    public List<CareItem> items(Patient patient, LocalDate asOf, SiteConfiguration site) {
        return toRead(patient, asOf, SiteRules.of(site)).stream()
                .map(RuleAnswer::item)
                .toList();
    }

    /** What the rules need out of a site configuration. */
    public static RuleSettings settings(SiteConfiguration site) {
        return SiteRules.of(site);
    }

    /** One answer for each of the 154 rules, in the order of the catalogue, switched-off rules included. */
    public List<RuleAnswer> evaluate(Patient patient, LocalDate asOf, RuleSettings settings) {
        return engine.answers(patient, asOf, settings);
    }

    /**
     * The answers that a clinician should read, most urgent first: by priority, then by kind, then in the order of the
     * catalogue. Rules that are off or whose trigger is not met are left out.
     */
    public List<RuleAnswer> toRead(Patient patient, LocalDate asOf, RuleSettings settings) {
        return evaluate(patient, asOf, settings).stream()
                .filter(answer -> answer.kind().compareTo(RuleAnswer.Kind.NOT_APPLICABLE) < 0)
                .sorted(Comparator.comparingInt(RuleAnswer::priority).thenComparing(RuleAnswer::kind))
                .toList();
    }

    /** What falls due on a day, today's and overdue items first. */
    public List<RuleAnswer> calendar(Patient patient, LocalDate asOf, RuleSettings settings) {
        return evaluate(patient, asOf, settings).stream()
                .filter(answer -> answer.dueOn() != null && answer.kind() != RuleAnswer.Kind.OFF)
                .sorted(Comparator.comparing(answer -> java.util.Objects.requireNonNull(answer.dueOn())))
                .toList();
    }

    /** The dated items of a plan, ascending, for a site configuration. */
    public List<CareItem> calendarItems(Patient patient, LocalDate asOf, SiteConfiguration site) {
        return calendar(patient, asOf, SiteRules.of(site)).stream()
                .map(answer -> answer.kind() == RuleAnswer.Kind.NOT_APPLICABLE ? ahead(answer) : answer.item())
                .toList();
    }

    /** An examination that is up to date today and falls due later. */
    private static CareItem ahead(RuleAnswer answer) {
        return new CareItem(
                answer.rule().id(),
                CareItem.Kind.DUE,
                answer.priority(),
                answer.rule().title(),
                answer.reason(),
                answer.facts(),
                answer.dueOn(),
                answer.rule().sources(),
                answer.rule().disagreement());
    }
}
