package org.lamella.clinic.report;

import java.util.List;
import org.lamella.care.plan.HistoryEvent;
import org.lamella.care.plan.Plan;
import org.lamella.clinic.report.chart.TimelineChart;
import org.lamella.clinic.report.markup.Element;
import org.lamella.clinic.report.markup.Node;

/** What happened so far, on one time axis. */
final class HistoryPart {
    private HistoryPart() {}

    static Element timeline(Plan plan) {
        Element part = PageParts.part();
        if (plan.history().isEmpty()) {
            return part.add(Element.of("p", "The record holds no dated events.").with("class", "empty"));
        }
        TimelineChart chart = new TimelineChart(
                "timeline", plan.header().birthDate(), plan.header().asOf(), plan.history());
        return part.add(
                Element.of(
                                "p",
                                "Filled marks happened; outlined marks are planned. The heavy line is the day of the plan.")
                        .with("class", "lead"),
                Element.of("figure")
                        .with("class", "scroll timeline")
                        .with("tabindex", "0")
                        .with("role", "group")
                        .with("aria-label", "Timeline; scrolls sideways on a narrow screen")
                        .add(chart.draw()),
                PageParts.details("Every event as a table", table(plan)));
    }

    private static Element table(Plan plan) {
        return PageParts.table(
                "Events of the history (from the record)",
                List.of("Date", "Until", "Kind", "What"),
                plan.history().stream().map(HistoryPart::row));
    }

    private static List<Node> row(HistoryEvent event) {
        return List.of(
                PageParts.day(event.from()),
                PageParts.day(event.until(), Figures.NONE),
                PageParts.text(event.lane()),
                PageParts.text(event.label() + (event.planned() ? " (planned)" : "")));
    }
}
