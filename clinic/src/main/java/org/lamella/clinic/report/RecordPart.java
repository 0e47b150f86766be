package org.lamella.clinic.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.StandingItem;
import org.lamella.clinic.report.markup.Element;
import org.lamella.clinic.report.markup.Node;
import org.lamella.twin.ObservationFit;
import org.lamella.twin.TwinFit;

/** Where the patient stands, how well the model agrees with it, and what of the record was left out. */
final class RecordPart {
    private RecordPart() {}

    static Element standing(Plan plan, PageParts parts) {
        Element part = PageParts.part();
        Map<String, List<StandingItem>> groups = plan.standing().stream()
                .collect(Collectors.groupingBy(StandingItem::group, LinkedHashMap::new, Collectors.toList()));
        Element grid = Element.of("div").with("class", "columns standing");
        groups.forEach((group, items) -> {
            Element list = Element.of("dl");
            items.forEach(item -> list.add(line(item, parts).with("id", anchor(plan, item))));
            grid.add(Element.of("div").add(Element.of("h3", group), list));
        });
        return groups.isEmpty()
                ? part.add(Element.of("p", "Nothing could be evaluated.").with("class", "empty"))
                : part.add(grid);
    }

    /** Where a line of the standing is written in full. */
    static String anchor(Plan plan, StandingItem item) {
        return "standing-" + plan.standing().indexOf(item);
    }

    private static Element line(StandingItem item, PageParts parts) {
        Element value = Element.of("dd").with("class", item.known() ? "value" : "value unknown");
        value.add(PageParts.figure(Figures.said(item.value())));
        if (item.modelBased()) {
            value.text(" ").add(PageParts.model());
        }
        value.add(parts.cite(item.sources()));
        value.add(Element.of("span").with("class", "level").add(PageParts.figure(Figures.said(item.detail()))));
        return Element.of("div").add(Element.of("dt", item.label()), value);
    }

    static Element agreement(Plan plan) {
        Element part = PageParts.part();
        TwinFit fit = plan.fit();
        if (fit == null) {
            return part.add(Element.of("p", "No siblings were simulated.").with("class", "empty"));
        }
        part.add(Element.of(
                        "p",
                        "The forecast rests on " + fit.siblings()
                                + " simulated siblings of this patient, weighted by how "
                                + "well each agrees with what was measured. Their effective sample size is "
                                + Figures.number(fit.effectiveSampleSize(), 0) + " (seed " + fit.seed()
                                + "). " + parameters(fit) + " Parameters: "
                                + plan.header().parameterSet()
                                + ".")
                .with("class", "lead"));
        if (!fit.warnings().isEmpty()) {
            Element list = Element.of("ul").with("class", "warnings");
            fit.warnings().forEach(warning -> list.add(Element.of("li", Figures.said(warning))));
            part.add(list);
        }
        return part.add(PageParts.table(
                        "Measured values (from the record) beside the siblings, median (5th to 95th centile)",
                        List.of("What", "Date", "Measured", "Siblings, weighted", "Before weighting", "Agreement"),
                        fit.observations().stream().map(RecordPart::observation))
                .with("class", "cards"));
    }

    /** Whether intervals hold what the studies leave open about the model. */
    static String parameters(TwinFit fit) {
        return fit.parameterSets() > 1
                ? "They live under " + fit.parameterSets() + " parameter sets that agree with the published studies"
                        + " about equally well, so the intervals hold that uncertainty too."
                : "They live under one parameter set: the intervals leave out uncertainty about parameters.";
    }

    private static List<Node> observation(ObservationFit o) {
        int digits = o.unit().equals("SD") || o.unit().equals("fractures") ? 1 : 2;
        boolean inside = o.observed() >= o.siblings().low()
                && o.observed() <= o.siblings().high();
        return List.of(
                PageParts.text(Figures.said(o.what())),
                PageParts.day(o.date()),
                PageParts.figure(Figures.number(o.observed(), digits) + " " + o.unit()),
                PageParts.figure(Figures.withInterval(o.siblings(), digits)),
                PageParts.figure(Figures.withInterval(o.prior(), digits)),
                Element.of("span", inside ? "inside" : "outside the interval")
                        .with("class", inside ? "inside" : "outside"));
    }

    static Element notes(Plan plan) {
        Element part = PageParts.part();
        if (plan.notes().isEmpty()) {
            return part.add(Element.of("p", "Every entry of the record was understood as it stands.")
                    .with("class", "empty"));
        }
        return part.add(PageParts.table(
                        "Entries of the record",
                        List.of("Where", "Found", "What was done and why"),
                        plan.notes().stream()
                                .map(n -> List.<Node>of(
                                        PageParts.text(n.location()),
                                        PageParts.text(n.found()),
                                        PageParts.text(n.explanation()))))
                .with("class", "cards"));
    }

    static Element cautions(Plan plan, PageParts parts) {
        return PageParts.part()
                .add(Element.of("ul")
                        .with("class", "cautions")
                        .add(plan.cautions().stream().map(c -> parts.statement("li", c))));
    }
}
