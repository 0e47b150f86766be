package org.lamella.clinic.report;

import java.util.List;
import java.util.stream.Stream;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.SurgicalNote;
import org.lamella.clinic.report.chart.RodDrawing;
import org.lamella.clinic.report.markup.Element;

/** Notes for the conversation with the surgeon, with a drawing of bone and rod. */
final class SurgeryPart {
    private SurgeryPart() {}

    static Element notes(Plan plan, PageParts parts) {
        Element part = PageParts.part();
        if (plan.surgery().isEmpty()) {
            return part.add(Element.of("p", "No bone operation is planned and no fixed rod is recorded.")
                    .with("class", "empty"));
        }
        part.add(Element.of("p", "Considerations from published practice; the decision belongs to surgeon and family.")
                .with("class", "lead"));
        int number = 0;
        for (SurgicalNote note : plan.surgery()) {
            number++;
            part.add(note("rod-" + number, note, parts));
        }
        return part;
    }

    private static Element note(String id, SurgicalNote note, PageParts parts) {
        Element block =
                Element.of("div").add(Element.of("h3", capital(note.bone()) + ": " + Figures.said(note.occasion())));
        String points = note.points();
        if (points == null) {
            block.add(Element.of(
                    "p", "Cannot evaluate the choice of a rod: need " + String.join("; ", note.needs()) + "."));
        } else {
            block.add(Element.of("p", "Published practice points to a " + points + ".")
                    .with("class", "lead"));
        }
        Element columns = Element.of("div").with("class", "columns");
        group(columns, "Reasons and size", Stream.concat(note.reasons().stream(), note.sizing().stream()), parts);
        group(columns, "Drug timing", note.timing().stream(), parts);
        group(columns, "Healing", note.healing().stream(), parts);
        block.add(columns);
        Statement outgrowing = note.outgrowing();
        if (outgrowing != null) {
            block.add(parts.statement("p", outgrowing));
        }
        if (!note.growth().isEmpty()) {
            block.add(RodDrawing.draw(id, note.bone(), note.growth()));
            block.add(PageParts.details("Lengths behind the drawing", lengths(note)));
        }
        block.add(PageParts.details("Every rod of the catalogue and how it stands to this bone", devices(note, parts)));
        block.add(PageParts.details("Operations to be named", parts.statements(note.procedures())));
        return block.add(PageParts.details(
                "Published complications and revisions (figures differ widely)", parts.statements(note.published())));
    }

    private static void group(Element columns, String heading, Stream<Statement> statements, PageParts parts) {
        List<Statement> list = statements.toList();
        if (!list.isEmpty()) {
            columns.add(Element.of("div").add(Element.of("h4", heading), parts.statements(list)));
        }
    }

    private static Element devices(SurgicalNote note, PageParts parts) {
        return PageParts.table(
                        "Rods: published considerations, not a choice",
                        List.of("Rod", "For this bone", "Why"),
                        note.devices().stream()
                                .map(d -> List.of(
                                        PageParts.text(d.name()),
                                        PageParts.text(d.fit().label()),
                                        parts.statement("span", d.why()))))
                .with("class", "cards");
    }

    private static Element lengths(SurgicalNote note) {
        return PageParts.table(
                "Shaft in mm (" + note.bone() + "), by the proportions of healthy children",
                List.of("Years ahead", "Slow growth", "Median", "Fast growth"),
                note.growth().stream()
                        .map(p -> List.of(
                                PageParts.text(Figures.number(p.yearsAhead(), 2)),
                                PageParts.text(Figures.number(p.lowMm(), 0)),
                                PageParts.text(Figures.number(p.medianMm(), 0)),
                                PageParts.text(Figures.number(p.highMm(), 0)))));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
