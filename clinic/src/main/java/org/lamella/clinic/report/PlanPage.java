package org.lamella.clinic.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.SurgicalNote;
import org.lamella.clinic.report.PlanSection.Fold;
import org.lamella.clinic.report.markup.Element;
import org.lamella.evidence.data.Resources;

/**
 * The plan as one page of HTML that needs nothing else: no network, no script, no other file. The first screen says
 * where the patient stands, what is due, what waits, and compares the options; the rest is folded. Paper shows what is
 * open. It reads on a phone, and says in words whatever it says in colour. Same plan, same bytes.
 */
public final class PlanPage {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private final Plan plan;
    private final PageParts parts = new PageParts(new Bibliography());

    private PlanPage(Plan plan) {
        this.plan = plan;
    }

    /** The page with its appendix folded, ended by a line feed. */
    public static String render(Plan plan) {
        return new PlanPage(plan).page();
    }

    /** The same page with every fold open, so that paper holds all of it. */
    public static String renderInFull(Plan plan) {
        // Text of a record is escaped, so "<details" can only be an element of this page.
        return render(plan)
                .replace(" open=\"open\"", "")
                .replace("<details", "<details open=\"open\"")
                .replace("<body>", "<body class=\"full\">");
    }

    private String page() {
        List<PlanSection> sections = new ArrayList<>(front());
        parts.endOfFront();
        sections.addAll(appendix());
        sections.add(new PlanSection(
                "sources",
                "Sources",
                "Sources",
                Fold.NEVER,
                "",
                SourcesPart.render(parts.bibliography(), parts.front())));
        Element main =
                Element.of("main").with("id", "main").add(sections.stream().map(PlanSection::element));
        return document(
                "Plan for " + plan.header().patientLine(),
                Stream.of(OverviewPart.header(plan), OverviewPart.contents(sections), main, OverviewPart.footer(plan)));
    }

    /** What is open when the page opens, and what short paper shows. */
    private List<PlanSection> front() {
        List<PlanSection> front = new ArrayList<>();
        front.add(new PlanSection("minute", "At a glance", "At a glance", Fold.NEVER, "", GlancePart.of(plan, parts)));
        front.add(new PlanSection(
                "options", "Options side by side", "Options", Fold.NEVER, "", OptionsTable.of(plan, parts)));
        front.add(surgery());
        front.add(spine());
        front.add(new PlanSection(
                "calendar",
                "Monitoring calendar",
                "Calendar",
                Fold.OPEN,
                counted(plan.calendar().size(), "date"),
                RulesPart.calendar(plan, parts)));
        front.add(new PlanSection(
                "cautions",
                "What the evidence and the forecasts do and do not support",
                "Cautions",
                Fold.OPEN,
                "",
                RecordPart.cautions(plan, parts)));
        return front;
    }

    /** On short paper when a curve is recorded. */
    private PlanSection spine() {
        return new PlanSection(
                "back",
                "Spine and skull base",
                "Spine",
                plan.spine().curve().isEmpty() ? Fold.CLOSED : Fold.OPEN,
                SpinePart.gist(plan.spine()),
                SpinePart.of(plan, parts));
    }

    private PlanSection surgery() {
        return new PlanSection(
                "surgery",
                "Rods and operations",
                "Rods",
                plan.surgery().isEmpty() ? Fold.CLOSED : Fold.OPEN,
                plan.surgery().isEmpty()
                        ? "nothing planned, no fixed rod"
                        : String.join(
                                ", ",
                                plan.surgery().stream()
                                        .map(SurgicalNote::bone)
                                        .distinct()
                                        .toList()),
                SurgeryPart.notes(plan, parts));
    }

    private List<PlanSection> appendix() {
        return List.of(
                closed(
                        "spine",
                        "Spine density: forecast by option",
                        "Density forecast",
                        "charts and numbers",
                        SpineForecastPart.of(plan)),
                closed(
                        "fractures",
                        "Fractures: forecast by option",
                        "Fractures",
                        "charts and numbers",
                        FractureForecastPart.of(plan)),
                closed(
                        "doses",
                        "Dose sheets for the pharmacist",
                        "Dose sheets",
                        "worked line by line",
                        DosePart.sheets(plan, parts)),
                closed(
                        "each",
                        "Option by option",
                        "Option by option",
                        "reasons, evidence, risks, all model figures",
                        OptionsPart.oneByOne(plan, parts)),
                closed(
                        "standing",
                        "Where the patient stands, in full",
                        "Standing",
                        counted(plan.standing().size(), "line") + " with date and reference",
                        RecordPart.standing(plan, parts)),
                closed("pathways", "Pathways of care", "Pathways", PathwayPart.gist(plan), PathwayPart.of(plan, parts)),
                closed(
                        "history",
                        "History",
                        "History",
                        counted(plan.history().size(), "event"),
                        HistoryPart.timeline(plan)),
                closed(
                        "rules",
                        "Checks and rules that answered",
                        "Checks",
                        counted(plan.items().size(), "answer"),
                        RulesPart.rules(plan, parts)),
                closed(
                        "agreement",
                        "How well the model agrees with the record",
                        "Model agreement",
                        "what the forecast rests on",
                        RecordPart.agreement(plan)),
                closed(
                        "notes",
                        "What of the record was converted or not used",
                        "Record",
                        plan.notes().size() == 1 ? "1 entry" : plan.notes().size() + " entries",
                        RecordPart.notes(plan)));
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static PlanSection closed(String id, String heading, String name, String gist, Element content) {
        return new PlanSection(id, heading, name, Fold.CLOSED, gist, content);
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
