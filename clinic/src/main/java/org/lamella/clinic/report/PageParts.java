package org.lamella.clinic.report;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.TreatmentOption.Availability;
import org.lamella.clinic.report.markup.Element;
import org.lamella.clinic.report.markup.Node;
import org.lamella.clinic.report.markup.Text;
import org.lamella.evidence.Citation;
import org.lamella.evidence.VerificationLevel;

/** Pieces of the page that several sections use; they share the numbering of sources. */
final class PageParts {
    private final Bibliography bibliography;
    private int front = Integer.MAX_VALUE;

    PageParts(Bibliography bibliography) {
        this.bibliography = bibliography;
    }

    Bibliography bibliography() {
        return bibliography;
    }

    /** Remembers that the sources quoted so far belong to the front of the page. */
    void endOfFront() {
        front = bibliography.quoted().size();
    }

    /** How many sources the front of the page quotes; they have the lowest numbers. */
    int front() {
        return front;
    }

    /** Superscript links to the sources; the level is written out wherever it is not V1. */
    Element cite(List<Citation> sources) {
        Element sup = Element.of("sup").with("class", "cite");
        boolean first = true;
        for (Citation source : sources) {
            int number = bibliography.number(source);
            VerificationLevel level = source.level();
            Element link = Element.of("a")
                    .with("href", "#source-" + number)
                    .with("aria-label", "source " + number + ", " + level.meaning())
                    .text(Integer.toString(number));
            if (level != VerificationLevel.V1) {
                link.with("class", "level-" + level.name()).text("\u00a0" + level.name());
            }
            sup.add(new Text(first ? "" : ",\u2009"), link);
            first = false;
        }
        return sup;
    }

    /** A sentence with its sources; one without restates the record and says so. */
    Element statement(String tag, Statement statement) {
        Element element = Element.of(tag, Figures.said(statement.text()));
        return statement.sources().isEmpty()
                ? element.add(Element.of("span", " (from the record)").with("class", "quiet"))
                : element.add(cite(statement.sources()));
    }

    Element statements(List<Statement> statements) {
        return Element.of("ul").add(statements.stream().map(s -> statement("li", s)));
    }

    /** The content of a part of the page; heading and fold are put round it by {@link PlanPage}. */
    static Element part() {
        return Element.of("div");
    }

    static Element badge(Availability availability) {
        String style = switch (availability) {
            case AVAILABLE -> "ok";
            case ON_HOLD -> "hold";
            case CANNOT_EVALUATE -> "missing";
            case UNCONFIRMED -> "unconfirmed";
            case STOPPED -> "stop";
        };
        String word = PlanText.word(availability).toLowerCase(java.util.Locale.ROOT);
        return badge(style, word);
    }

    static Element badge(CareItem.Kind kind) {
        return switch (kind) {
            case STOP -> badge("stop", "stop");
            case HOLD -> badge("hold", "hold");
            case MISSING -> badge("missing", "missing");
            case DUE -> badge("due", "due");
            case NOT_YET -> badge("later", "not yet due");
            case OPTION -> badge("info", "option");
            case INFORMATION -> badge("info", "information");
        };
    }

    /** How a dated item of the calendar stands to the day of the plan. */
    static Element badge(CareItem item, LocalDate asOf) {
        LocalDate due = item.dueOn();
        if (due == null || due.equals(asOf)) {
            return badge(item.kind());
        }
        if (item.kind() != CareItem.Kind.DUE) {
            return badge(due.isAfter(asOf) ? CareItem.Kind.NOT_YET : item.kind());
        }
        return due.isBefore(asOf) ? badge("hold", "overdue") : badge("later", "ahead");
    }

    private static Element badge(String style, String word) {
        return Element.of("span").with("class", "badge " + style).add(Icons.of(style), new Text(word));
    }

    /** Marks a figure that a simulation computed. */
    static Element model() {
        return Element.of("a", "model")
                .with("class", "model")
                .with("href", "#agreement")
                .with("title", IntendedUse.MODEL);
    }

    static Element day(LocalDate day) {
        return Element.of("time", Figures.day(day)).with("datetime", day.toString());
    }

    static Element day(@Nullable LocalDate day, String without) {
        return day == null ? Element.of("span", without).with("class", "quiet") : day(day);
    }

    /** A table with column headings; cells carry their heading for narrow screens. */
    static Element table(String caption, List<String> headings, Stream<List<Node>> rows) {
        Element head = Element.of("tr")
                .add(headings.stream().map(h -> Element.of("th", h).with("scope", "col")));
        Element body = Element.of("tbody").add(rows.map(cells -> row(headings, cells)));
        return Element.of("table")
                .add(Element.of("caption", caption), Element.of("thead").add(head), body);
    }

    private static Element row(List<String> headings, List<Node> cells) {
        Element row = Element.of("tr");
        for (int i = 0; i < cells.size(); i++) {
            Element cell = i == 0
                    ? Element.of("th").with("scope", "row")
                    : Element.of("td").with("data-label", headings.get(i));
            if (i > 0 && cells.get(i) instanceof Text(String content) && content.equals(Figures.NONE)) {
                cell.with("class", "none");
            }
            row.add(cell.add(cells.get(i)));
        }
        return row;
    }

    /** Something that opens on a click; data behind a chart, for example. */
    static Element details(String summary, Node content) {
        return Element.of("details")
                .add(
                        Element.of("summary", summary),
                        Element.of("div").with("class", "scroll").add(content));
    }

    static Text text(String text) {
        return new Text(text);
    }

    /** Text with a typographic minus sign before digits. */
    static Text figure(String text) {
        return new Text(text.replaceAll("(?<![\\w.)])-(?=\\d)", "\u2212"));
    }
}
