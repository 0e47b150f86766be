package org.lamella.clinic.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.CareItem.Kind;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.SameVisit;
import org.lamella.care.plan.StandingItem;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.TreatmentOption.Availability;
import org.lamella.clinic.report.markup.Element;
import org.lamella.evidence.Citation;

/** What a reader must know first: where the patient stands, what waits and why, what is due, what is missing. */
final class GlancePart {
    /** Of what is missing or due, so many are shown; what must stop or wait is always shown. */
    private static final int SHOWN = 4;

    /** A prohibition of this priority or lower concerns drugs that nobody proposes; it is named without its reason. */
    private static final int BACKGROUND = 4;

    /** Lines of the standing that a first look needs, by the start of their label. */
    private static final List<String> FIRST_LOOK = List.of(
            "Height Z",
            "Weight Z",
            "Growth velocity",
            "Lumbar spine",
            "Last 12 months",
            "Vertebral fractures",
            "Severity",
            "Mobility",
            "Pain",
            "Annualised",
            "Last infusion",
            "Time since the first dose",
            "Calcium",
            "25-hydroxyvitamin D",
            "eGFR");

    /** Said of what the record does not let one judge. */
    static final String NOT_JUDGED = "cannot be judged";

    private GlancePart() {}

    static Element of(Plan plan, PageParts parts) {
        Element part = PageParts.part();
        Element headline = Element.of("ul").with("class", "headline");
        plan.headline().forEach(sentence -> headline.add(Element.of("li", Figures.said(sentence))));
        if (!headline.isEmpty()) {
            part.add(headline);
        }
        return part.add(Element.of("div")
                .with("class", "glance")
                .add(
                        standing(plan),
                        Element.of("div").add(waits(plan, parts), due(plan, parts)),
                        Element.of("div").add(never(plan, parts), missing(plan, parts))));
    }

    private static Element box(String style, Element badge, String heading) {
        return Element.of("div")
                .with("class", "box " + style)
                .add(Element.of("h3").add(badge).text(" " + heading));
    }

    private static List<CareItem> items(Plan plan, Kind kind) {
        return plan.items().stream().filter(i -> i.kind() == kind).toList();
    }

    private static Element standing(Plan plan) {
        Element box = Element.of("div").with("class", "box").add(Element.of("h3", "Where the patient stands"));
        Map<String, List<StandingItem>> groups = plan.standing().stream()
                .filter(i -> FIRST_LOOK.stream().anyMatch(i.label()::startsWith))
                .collect(Collectors.groupingBy(StandingItem::group, LinkedHashMap::new, Collectors.toList()));
        if (groups.isEmpty()) {
            return box.add(Element.of("p", "Nothing could be evaluated.").with("class", "quiet"));
        }
        Element list = Element.of("dl");
        groups.forEach((group, items) -> {
            Element value = Element.of("dd");
            items.forEach(item -> value.add(line(plan, item)));
            list.add(Element.of("div").add(Element.of("dt", group), value));
        });
        Element curve = Element.of("span").with("class", "stand").text("Curve ");
        curve.add(Element.of("a", SpinePart.today(plan.spine()))
                .with("class", "fig")
                .with("href", "#back"));
        list.add(Element.of("div")
                .add(Element.of("dt", "Spine"), Element.of("dd").add(curve)));
        return box.add(list);
    }

    private static Element line(Plan plan, StandingItem item) {
        Element figure = Element.of("a")
                .with("class", item.known() ? "fig" : "fig unknown")
                .with("href", "#" + RecordPart.anchor(plan, item))
                .add(PageParts.figure(item.known() ? firstLook(item) : NOT_JUDGED));
        return Element.of("span")
                .with("class", "stand")
                .text(item.label() + " ")
                .add(figure);
    }

    /** The value without the equation behind it. */
    private static String firstLook(StandingItem item) {
        return Figures.said(item.value()).replaceFirst(" \\((?:bedside|CKD-EPI).*", "");
    }

    private static Element waits(Plan plan, PageParts parts) {
        Element box = box("hold", PageParts.badge(Kind.HOLD), "Treatment must wait");
        List<CareItem> danger = items(plan, Kind.STOP).stream()
                .filter(i -> i.priority() < BACKGROUND)
                .toList();
        List<CareItem> lines = new ArrayList<>(danger);
        lines.addAll(items(plan, Kind.HOLD));
        if (lines.isEmpty()) {
            return heldOptions(plan, box, parts);
        }
        Element list = Element.of("ul");
        for (CareItem item : lines) {
            Element line = Element.of("li");
            if (item.kind() == Kind.STOP) {
                line.add(PageParts.badge(Kind.STOP)).text(" ");
            }
            list.add(line.add(Element.of("strong", item.title()), Element.of("br"))
                    .text(Figures.said(item.reason()))
                    .add(parts.cite(item.sources())));
        }
        return box.add(list);
    }

    /** When no rule holds treatment in general, options may still be held for a reason of their own. */
    private static Element heldOptions(Plan plan, Element box, PageParts parts) {
        Map<String, Statement> first = new LinkedHashMap<>();
        plan.options().stream()
                .filter(o -> o.availability() == Availability.ON_HOLD)
                .map(Reasons::of)
                .filter(reasons -> !reasons.isEmpty())
                .forEach(reasons -> first.putIfAbsent(reasons.getFirst().text(), reasons.getFirst()));
        return first.isEmpty()
                ? box.add(Element.of("p", "No rule holds treatment.").with("class", "quiet"))
                : box.add(
                        Element.of("p", "The options on hold wait for this:").with("class", "quiet"),
                        parts.statements(List.copyOf(first.values())));
    }

    private static Element never(Plan plan, PageParts parts) {
        Element box = box("stop", PageParts.badge(Kind.STOP), "Must not be given");
        List<CareItem> background = items(plan, Kind.STOP).stream()
                .filter(i -> i.priority() >= BACKGROUND)
                .toList();
        if (background.isEmpty()) {
            return box.add(Element.of("p", "No further rule answered \u201cstop\u201d.")
                    .with("class", "quiet"));
        }
        Element line = Element.of("p");
        String between = "";
        for (CareItem item : background) {
            line.text(between + item.title()).add(parts.cite(item.sources()));
            between = "; ";
        }
        return box.add(line.text(". ").add(Element.of("a", "Reasons").with("href", "#rules")));
    }

    private static Element due(Plan plan, PageParts parts) {
        Element box = box("due", PageParts.badge(Kind.DUE), "Due");
        List<CareItem> due = SameVisit.once(items(plan, Kind.DUE));
        List<CareItem> later = items(plan, Kind.NOT_YET);
        if (due.isEmpty() && later.isEmpty()) {
            return box.add(Element.of("p", "No rule answered \u201cdue\u201d.").with("class", "quiet"));
        }
        Element list = Element.of("ul");
        for (CareItem item : due.subList(0, Math.min(SHOWN, due.size()))) {
            Element line = Element.of("li").add(Element.of("strong", item.title()));
            if (item.dueOn() != null) {
                line.text(" \u2013 ").add(PageParts.day(item.dueOn()));
            }
            list.add(
                    line.add(Element.of("br")).text(Figures.said(item.reason())).add(parts.cite(item.sources())));
        }
        if (due.size() > SHOWN) {
            list.add(more(due.size() - SHOWN + " more due", "rules"));
        }
        for (CareItem item : later) {
            list.add(Element.of("li")
                    .with("class", "quiet")
                    .add(PageParts.badge(Kind.NOT_YET))
                    .text(" " + item.title() + ", next ")
                    .add(PageParts.day(item.dueOn(), "without a date"))
                    .text(". " + Figures.said(item.reason()))
                    .add(parts.cite(item.sources())));
        }
        return box.add(list);
    }

    /** What is missing, each need once with the rules that asked for it. */
    private static Element missing(Plan plan, PageParts parts) {
        List<List<CareItem>> needs = Reasons.grouped(consentLast(items(plan, Kind.MISSING)));
        Element box = box("missing", PageParts.badge(Kind.MISSING), "Cannot be judged: needed");
        if (needs.isEmpty()) {
            return box.add(Element.of("p", "No rule lacked an input.").with("class", "quiet"));
        }
        Element list = Element.of("ul");
        for (List<CareItem> need : needs.subList(0, Math.min(SHOWN, needs.size()))) {
            List<String> titles = need.stream().map(CareItem::title).toList();
            List<Citation> sources =
                    need.stream().flatMap(i -> i.sources().stream()).distinct().toList();
            list.add(Element.of("li", OverviewPart.capital(Figures.said(Reasons.need(need.getFirst()))))
                    .add(Element.of("span", " for: " + String.join("; ", titles))
                            .with("class", "quiet"))
                    .add(parts.cite(sources)));
        }
        if (needs.size() > SHOWN) {
            list.add(more(needs.size() - SHOWN + " more needs", "rules"));
        }
        return box.add(list);
    }

    /** A signature is asked for once the clinical questions are answered. */
    private static List<CareItem> consentLast(List<CareItem> items) {
        return items.stream()
                .sorted(Comparator.comparing(item -> item.ruleId().startsWith("SAFE-")))
                .toList();
    }

    private static Element more(String what, String where) {
        return Element.of("li")
                .add(Element.of("a", "and " + what + " among the checks").with("href", "#" + where));
    }
}
