package org.lamella.clinic.report;

import java.util.List;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.SpineNote;
import org.lamella.clinic.report.chart.CurveChart;
import org.lamella.clinic.report.markup.Element;

/** Curve, follow-up, brace and surgeon, skull base, vertebrae. */
final class SpinePart {
    private SpinePart() {}

    /** What a closed fold says. */
    static String gist(SpineNote note) {
        if (!note.needs().isEmpty()) {
            return "forecast of the curve needs " + Figures.said(String.join("; ", note.needs()));
        }
        SpineNote.CurvePoint end = note.curve().getLast();
        return "curve in " + end.yearsAhead() + " y: " + degrees(end.medianDegrees()) + " degrees ("
                + degrees(end.lowDegrees()) + " to " + degrees(end.highDegrees()) + ")";
    }

    /** A few words for the first screen. */
    static String today(SpineNote note) {
        if (note.curve().isEmpty()) {
            return "no recent Cobb angle";
        }
        SpineNote.CurvePoint now = note.curve().getFirst();
        SpineNote.CurvePoint end = note.curve().getLast();
        return degrees(now.medianDegrees()) + " degrees, in " + end.yearsAhead() + " y "
                + degrees(end.medianDegrees()) + " (" + degrees(end.lowDegrees()) + " to "
                + degrees(end.highDegrees()) + ")";
    }

    static Element of(Plan plan, PageParts parts) {
        SpineNote note = plan.spine();
        Element part = PageParts.part();
        if (!note.needs().isEmpty()) {
            part.add(Element.of(
                            "p",
                            "Where the curve goes cannot be judged: need "
                                    + Figures.said(String.join("; ", note.needs())) + ".")
                    .with("class", "lead"));
        }
        if (!note.curve().isEmpty()) {
            part.add(
                    CurveChart.draw("curve", note.curve()),
                    PageParts.details("Numbers behind this chart", numbers(note)));
        }
        Element columns = Element.of("div").with("class", "topics");
        note.topics()
                .forEach(t -> columns.add(
                        Element.of("div").add(Element.of("h3", t.heading()), parts.statements(t.statements()))));
        return part.add(columns);
    }

    private static Element numbers(SpineNote note) {
        return PageParts.table(
                "Largest Cobb angle in degrees if the curve keeps its pace",
                List.of("Years ahead", "Median", "5th to 95th centile"),
                note.curve().stream()
                        .map(p -> List.of(
                                PageParts.text(Integer.toString(p.yearsAhead())),
                                PageParts.text(degrees(p.medianDegrees())),
                                PageParts.text(degrees(p.lowDegrees()) + " to " + degrees(p.highDegrees())))));
    }

    private static String degrees(double value) {
        return Figures.number(value, 0);
    }
}
