package org.lamella.clinic.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lamella.care.plan.Plan;
import org.lamella.clinic.report.markup.Element;
import org.lamella.evidence.data.Resources;

/**
 * The plan as one page of HTML that needs nothing else: no network, no script, no other file. It prints on A4, reads on
 * a phone, and says in words whatever it says in colour. Same plan, same bytes.
 */
public final class PlanPage {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private PlanPage() {}

    /** The page, ended by a line feed. */
    public static String render(Plan plan) {
        PageParts parts = new PageParts(new Bibliography());
        List<Element> sections = new ArrayList<>();
        sections.add(OverviewPart.inAMinute(plan, parts));
        sections.add(OptionsPart.sideBySide(plan, parts));
        sections.add(ForecastPart.spine(plan));
        sections.add(ForecastPart.fractures(plan));
        sections.add(OptionsPart.oneByOne(plan, parts));
        sections.add(HistoryPart.timeline(plan));
        sections.add(RecordPart.standing(plan, parts));
        sections.add(DosePart.sheets(plan, parts));
        sections.add(SurgeryPart.notes(plan, parts));
        sections.add(RulesPart.rules(plan, parts));
        sections.add(RulesPart.calendar(plan, parts));
        sections.add(RecordPart.agreement(plan));
        sections.add(RecordPart.notes(plan));
        sections.add(RecordPart.cautions(plan, parts));
        sections.add(SourcesPart.render(parts.bibliography()));
        Element main = Element.of("main").with("id", "main").add(sections.stream());
        return document(
                "Plan for " + plan.header().patientLine(),
                Stream.of(OverviewPart.header(plan), OverviewPart.contents(CONTENTS), main, OverviewPart.footer(plan)));
    }

    private static final Map<String, String> CONTENTS = contents();

    private static Map<String, String> contents() {
        Map<String, String> contents = new java.util.LinkedHashMap<>();
        contents.put("minute", "In a minute");
        contents.put("options", "Options");
        contents.put("spine", "Spine forecast");
        contents.put("fractures", "Fractures");
        contents.put("each", "Option by option");
        contents.put("history", "History");
        contents.put("standing", "Standing");
        contents.put("doses", "Dose sheets");
        contents.put("surgery", "Rods");
        contents.put("rules", "Checks");
        contents.put("calendar", "Calendar");
        contents.put("agreement", "Model agreement");
        contents.put("notes", "Record");
        contents.put("cautions", "Cautions");
        contents.put("sources", "Sources");
        return contents;
    }

    /** A whole document in the common style. */
    static String document(String title, Stream<Element> body) {
        Element head = Element.of("head")
                .add(
                        Element.of("meta").with("charset", "utf-8"),
                        Element.of("meta")
                                .with("http-equiv", "Content-Security-Policy")
                                .with("content", POLICY),
                        Element.of("meta")
                                .with("name", "viewport")
                                .with("content", "width=device-width, initial-scale=1"),
                        Element.of("meta").with("name", "color-scheme").with("content", "light"),
                        Element.of("title", title + " \u2013 Lamella"),
                        Element.style(Resources.text(PlanPage.class, "plan.css")));
        Element page = Element.of("body")
                .add(Element.of("a", "Skip to the content")
                        .with("class", "skip")
                        .with("href", "#main"))
                .add(body);
        return "<!DOCTYPE html>\n" + Element.of("html").with("lang", "en-GB").add(head, page) + "\n";
    }
}
