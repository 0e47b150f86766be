package org.lamella.clinic.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    /** Pathways that a paper shows only to those who are on them now. */
    private static final Set<String> FIRST_ONLY = Set.of("first-dose-reaction");

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
            for (SurgicalNote.Fit fit : SurgicalNote.Fit.values()) {
                devices(note, fit).ifPresent(d -> say(below, d));
            }
            lines.add(line.add(below));
        }
        return lines;
    }

    /** The rods of the catalogue that stand to the bone in one way, in one line. */
    private static Optional<Statement> devices(SurgicalNote note, SurgicalNote.Fit fit) {
        List<SurgicalNote.Device> same =
                note.devices().stream().filter(d -> d.fit() == fit).toList();
        return same.isEmpty()
                ? Optional.empty()
                : Optional.of(new Statement(
                        word(fit) + ": "
                                + String.join(
                                        ", ",
                                        same.stream().map(d -> clean(d.name())).toList())
                                + ".",
                        same.stream()
                                .flatMap(d -> d.why().sources().stream())
                                .distinct()
                                .toList()));
    }

    private static String word(SurgicalNote.Fit fit) {
        return switch (fit) {
            case FITS -> "Rods that fit by what was published";
            case POSSIBLE -> "Possible, with a drawback that the plan names";
            case DOES_NOT_FIT -> "Do not fit";
            case CANNOT_EVALUATE -> "Cannot be judged";
        };
    }

    /** Curve, skull base and recorded vertebrae; what the bone model expects of vertebrae stays in the plan. */
    List<Element> spine() {
        SpineNote note = plan.spine();
        List<Element> lines = new ArrayList<>();
        for (SpineNote.Topic topic : note.topics()) {
            Element below = Element.of("ul");
            topic.statements().stream().filter(s -> !modelled(s)).forEach(s -> say(below, s));
            if (!below.isEmpty()) {
                lines.add(Element.of("li")
                        .add(Element.of("strong", clean(topic.heading())))
                        .add(below));
            }
        }
        return lines;
    }

    private static boolean modelled(Statement statement) {
        return !statement.sources().isEmpty()
                && statement.sources().stream().allMatch(c -> c.key().startsWith("LAM1-"));
    }

    /** Steps with a box to tick, and what the record leaves open. */
    List<Element> pathways(List<String> ids) {
        List<Element> lines = new ArrayList<>();
        for (PathwayNote note : plan.pathways()) {
            if (ids.contains(note.id()) && (note.now() || !FIRST_ONLY.contains(note.id()))) {
                Element below = Element.of("ul").with("class", "ticks");
                note.steps().forEach(s -> say(below, s));
                note.open().stream()
                        .filter(item -> !item.reason().equals(note.why()))
                        .forEach(item -> say(below, open(item)));
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
        return Figures.said(DoseFree.label(text).orElse("see the plan"));
    }

    private void say(Element list, Statement statement) {
        String text = DoseFree.sentences(statement.text());
        if (!text.isBlank()) {
            list.add(parts.statement("li", new Statement(text, statement.sources())));
        }
    }
}
