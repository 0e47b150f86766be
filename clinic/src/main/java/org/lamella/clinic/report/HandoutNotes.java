package org.lamella.clinic.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.PathwayNote;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.SpineNote;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.SurgicalNote;
import org.lamella.clinic.report.markup.Element;

/** Notes on surgery, spine and pathways for hand-outs, without dose figures. */
final class HandoutNotes {
    private final Plan plan;
    private final PageParts parts;

    HandoutNotes(Plan plan, PageParts parts) {
        this.plan = plan;
        this.parts = parts;
    }

    List<Element> surgery() {
        List<Element> lines = new ArrayList<>();
        for (SurgicalNote note : plan.surgery()) {
            String points = note.points();
            Element line = Element.of("li")
                    .add(Element.of(
                            "strong", OverviewPart.capital(clean(note.bone())) + ": " + clean(note.occasion()) + ". "))
                    .text(
                            points == null
                                    ? "The choice of a rod cannot be evaluated: need "
                                            + clean(String.join("; ", note.needs())) + "."
                                    : "Published practice points to a " + clean(points)
                                            + "; the decision is yours with the" + " family.");
            Element below = Element.of("ul");
            Statement outgrowing = note.outgrowing();
            Stream.of(
                            note.reasons(),
                            note.sizing(),
                            outgrowing == null ? List.<Statement>of() : List.of(outgrowing),
                            note.timing(),
                            note.healing(),
                            note.procedures())
                    .flatMap(List::stream)
                    .forEach(s -> say(below, s));
            note.devices()
                    .forEach(d -> say(
                            below,
                            new Statement(
                                    clean(d.name()) + " (" + d.fit().label() + "): "
                                            + d.why().text(),
                                    d.why().sources())));
            lines.add(line.add(below));
        }
        return lines;
    }

    List<Element> spine() {
        SpineNote note = plan.spine();
        List<Element> lines = new ArrayList<>();
        for (SpineNote.Topic topic : note.topics()) {
            Element below = Element.of("ul");
            topic.statements().forEach(s -> say(below, s));
            if (!below.isEmpty()) {
                lines.add(Element.of("li")
                        .add(Element.of("strong", clean(topic.heading())))
                        .add(below));
            }
        }
        return lines;
    }

    /** Steps with a box to tick, and what the record leaves open. */
    List<Element> pathways(List<String> ids) {
        List<Element> lines = new ArrayList<>();
        for (PathwayNote note : plan.pathways()) {
            if (ids.contains(note.id())) {
                Element below = Element.of("ul").with("class", "ticks");
                note.steps().forEach(s -> say(below, s));
                note.open().forEach(item -> say(below, open(item)));
                lines.add(Element.of("li")
                        .add(Element.of("strong", clean(note.title()) + " (" + clean(note.why()) + ")"))
                        .add(below));
            }
        }
        return lines;
    }

    private static Statement open(CareItem item) {
        return new Statement(
                "Open: " + DoseFree.label(item.title()).orElse("see the plan") + ". " + item.reason(), item.sources());
    }

    private static String clean(String text) {
        return DoseFree.label(text).orElse("see the plan");
    }

    private void say(Element list, Statement statement) {
        String text = DoseFree.sentences(statement.text());
        if (!text.isBlank()) {
            list.add(parts.statement("li", new Statement(text, statement.sources())));
        }
    }
}
