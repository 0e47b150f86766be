package org.lamella.clinic.report;

import java.util.List;
import java.util.Map;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.CareItem.Kind;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.PlanHeader;
import org.lamella.clinic.report.markup.Element;
import org.lamella.evidence.Citation;

/** The top of the page: who, what for, and what a reader must know within a minute. */
final class OverviewPart {
    /** Of what is missing or due, so many are shown at the top; what must stop or wait is always shown. */
    private static final int SHOWN = 6;

    private OverviewPart() {}

    static Element header(Plan plan) {
        PlanHeader h = plan.header();
        Element header = Element.of("header")
                .add(
                        Element.of("p", "Lamella \u00b7 treatment plan for discussion")
                                .with("class", "brand"),
                        Element.of("h1", capital(h.patientLine())),
                        Element.of("p")
                                .with("class", "who")
                                .text("Record " + h.patientId() + " \u00b7 born ")
                                .add(PageParts.day(h.birthDate()))
                                .text(" \u00b7 plan as of ")
                                .add(PageParts.day(h.asOf())),
                        Element.of("p", IntendedUse.SENTENCE).with("class", "use"));
        if (h.siteIsDemonstration()) {
            header.add(Element.of(
                            "p",
                            "Site configuration \u201c" + h.site()
                                    + "\u201d is a demonstration: no hospital has confirmed its "
                                    + "values, and no dose below may be used for a patient.")
                    .with("class", "demonstration"));
        }
        return header;
    }

    static Element contents(Map<String, String> contents) {
        return Element.of("nav")
                .with("aria-label", "Contents")
                .add(Element.of("ul")
                        .add(contents.entrySet().stream()
                                .map(e -> Element.of("li")
                                        .add(Element.of("a", e.getValue()).with("href", "#" + e.getKey())))));
    }

    static Element inAMinute(Plan plan, PageParts parts) {
        Element section = PageParts.section("minute", "In a minute");
        Element headline = Element.of("ul").with("class", "headline");
        plan.headline().forEach(sentence -> headline.add(Element.of("li", sentence)));
        if (!headline.isEmpty()) {
            section.add(headline);
        }
        Element first = Element.of("div")
                .add(
                        box(plan, parts, Kind.STOP, "Must not be given", "No rule answered \u201cstop\u201d."),
                        box(plan, parts, Kind.HOLD, "Must wait", "No rule answered \u201chold\u201d."));
        Element second = Element.of("div")
                .add(missing(plan, parts), box(plan, parts, Kind.DUE, "Due", "No rule answered \u201cdue\u201d."));
        return section.add(Element.of("div").with("class", "boxes").add(first, second));
    }

    private static Element box(Plan plan, PageParts parts, Kind kind, String heading, String none) {
        List<CareItem> items =
                plan.items().stream().filter(i -> i.kind() == kind).toList();
        Element box = Element.of("div")
                .with("class", "box " + kind.name().toLowerCase(java.util.Locale.ROOT))
                .add(Element.of("h3").add(PageParts.badge(kind)).text(" " + heading));
        if (items.isEmpty()) {
            return box.add(Element.of("p", none).with("class", "quiet"));
        }
        Element list = Element.of("ul");
        boolean urgent = kind == Kind.STOP || kind == Kind.HOLD;
        int shown = urgent ? items.size() : Math.min(SHOWN, items.size());
        for (CareItem item : items.subList(0, shown)) {
            Element line = Element.of("li").add(Element.of("strong", item.title()));
            if (item.dueOn() != null) {
                line.text(" \u2013 ").add(PageParts.day(item.dueOn()));
            }
            list.add(line.add(Element.of("br")).text(item.reason()).add(parts.cite(item.sources())));
        }
        if (shown < items.size()) {
            list.add(Element.of("li")
                    .add(Element.of("a", "and " + (items.size() - shown) + " more among the checks")
                            .with("href", "#rules")));
        }
        return box.add(list);
    }

    /** What is missing, each need once with the rules that asked for it. */
    private static Element missing(Plan plan, PageParts parts) {
        List<List<CareItem>> needs = Reasons.grouped(
                plan.items().stream().filter(i -> i.kind() == Kind.MISSING).toList());
        Element box = Element.of("div")
                .with("class", "box missing")
                .add(Element.of("h3").add(PageParts.badge(Kind.MISSING)).text(" Cannot be judged: needed"));
        if (needs.isEmpty()) {
            return box.add(Element.of("p", "No rule lacked an input.").with("class", "quiet"));
        }
        Element list = Element.of("ul");
        for (List<CareItem> need : needs.subList(0, Math.min(SHOWN, needs.size()))) {
            List<String> titles = need.stream().map(CareItem::title).toList();
            List<Citation> sources =
                    need.stream().flatMap(i -> i.sources().stream()).distinct().toList();
            list.add(Element.of("li")
                    .add(Element.of("strong", capital(Reasons.need(need.getFirst()))), Element.of("br"))
                    .text("for: " + String.join("; ", titles))
                    .add(parts.cite(sources)));
        }
        if (needs.size() > SHOWN) {
            list.add(Element.of("li")
                    .add(Element.of("a", "and " + (needs.size() - SHOWN) + " more needs among the checks")
                            .with("href", "#rules")));
        }
        return box.add(list);
    }

    static Element footer(Plan plan) {
        PlanHeader h = plan.header();
        return Element.of("footer")
                .add(Element.of(
                        "p",
                        "Lamella " + h.softwareVersion() + " \u00b7 parameters " + h.parameterSet() + " \u00b7 seed "
                                + h.seed()
                                + " \u00b7 site configuration " + h.site()
                                + ". The same record, seed and version give this "
                                + "page again, byte for byte."));
    }

    static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
