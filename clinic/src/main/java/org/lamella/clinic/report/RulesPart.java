package org.lamella.clinic.report;

import java.time.LocalDate;
import java.util.List;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.Plan;
import org.lamella.clinic.report.markup.Element;
import org.lamella.clinic.report.markup.Node;

/** Answers of the care rules with reason and facts, and the calendar that follows from them. */
final class RulesPart {
    private RulesPart() {}

    static Element rules(Plan plan, PageParts parts) {
        Element part = PageParts.part();
        if (plan.items().isEmpty()) {
            return part.add(Element.of("p", "No rule answered.").with("class", "empty"));
        }
        Element list = Element.of("div").with("class", "rules");
        Element information = Element.of("div").with("class", "rules");
        for (CareItem.Kind kind : CareItem.Kind.values()) {
            Element group = kind == CareItem.Kind.INFORMATION ? information : list;
            plan.items().stream().filter(i -> i.kind() == kind).forEach(i -> group.add(rule(i, parts)));
        }
        part.add(list);
        long count = plan.items().stream()
                .filter(i -> i.kind() == CareItem.Kind.INFORMATION)
                .count();
        return count == 0
                ? part
                : part.add(PageParts.details(
                                count + (count == 1 ? " rule" : " rules") + " with information (opens on screen)",
                                information)
                        .with("class", "named"));
    }

    private static Element rule(CareItem item, PageParts parts) {
        Element article = Element.of("article")
                .with("class", "rule")
                .add(
                        Element.of("h3")
                                .add(PageParts.badge(item.kind()))
                                .text(" " + item.title() + " ")
                                .add(Element.of("span", item.ruleId()).with("class", "quiet id")),
                        Element.of("p", Figures.said(item.reason())).add(parts.cite(item.sources())));
        if (item.dueOn() != null) {
            article.add(Element.of("p", "Date: ").add(PageParts.day(item.dueOn())));
        }
        if (!item.facts().isEmpty()) {
            article.add(Element.of("p", "Facts used: " + Figures.said(String.join("; ", item.facts())) + ".")
                    .with("class", "quiet"));
        }
        if (item.sources().isEmpty()) {
            article.add(Element.of("p", "No source is named for this rule.").with("class", "quiet"));
        }
        if (item.disagreement() != null) {
            article.add(Element.of("p")
                    .with("class", "differs")
                    .add(Element.of("strong", "Other sources: "), PageParts.text(item.disagreement())));
        }
        return article;
    }

    static Element calendar(Plan plan, PageParts parts) {
        Element part = PageParts.part();
        if (plan.calendar().isEmpty()) {
            return part.add(Element.of("p", "Nothing has a date ahead.").with("class", "empty"));
        }
        return part.add(PageParts.table(
                        "Overdue, due today and ahead",
                        List.of("Date", "What", "Why"),
                        plan.calendar().stream().map(i -> entry(i, plan.header().asOf(), parts)))
                .with("class", "cards calendar"));
    }

    private static List<Node> entry(CareItem item, LocalDate asOf, PageParts parts) {
        return List.of(
                PageParts.day(item.dueOn(), "no date"),
                Element.of("span")
                        .add(PageParts.badge(item, asOf))
                        .text(" " + item.title() + " ")
                        .add(Element.of("span", item.ruleId()).with("class", "quiet id")),
                Element.of("span", Figures.said(item.reason())).add(parts.cite(item.sources())));
    }
}
