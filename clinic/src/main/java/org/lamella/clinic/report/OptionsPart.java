package org.lamella.clinic.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamella.care.plan.DoseSheet;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.clinic.report.markup.Element;
import org.lamella.clinic.report.markup.Node;
import org.lamella.twin.Estimate;
import org.lamella.twin.Forecast;
import org.lamella.twin.ForecastCurve;
import org.lamella.twin.ForecastPoint;
import org.lamella.twin.ForecastQuantity;
import org.lamella.twin.FractureOutlook;

/** The options: side by side in one table, then each with its reasons, evidence and risks. */
final class OptionsPart {
    private static final int REASONS_SHOWN = 2;

    private OptionsPart() {}

    static Element sideBySide(Plan plan, PageParts parts) {
        Element section = PageParts.section("options", "Options side by side");
        Optional<Double> horizon = Outlook.horizon(plan);
        Element note = Element.of("p").with("class", "lead");
        if (horizon.isPresent()) {
            note.text("Figures are medians over the simulated siblings, with the 5th to 95th centile in brackets ")
                    .add(PageParts.model())
                    .text(". Spine density is not strength, and neither is a count of fractures: read the columns "
                            + "separately.");
        } else {
            note.text("No forecast could be made. Needed: " + String.join("; ", plan.forecastNeeds()) + ".");
        }
        Element table = PageParts.table(
                        "Every option that was looked at; those that must not be given stand below",
                        headings(horizon),
                        plan.options().stream().filter(o -> !stopped(o)).map(o -> row(o, horizon, parts)))
                .with("class", "options cards");
        section.add(note, table);
        List<TreatmentOption> stopped =
                plan.options().stream().filter(OptionsPart::stopped).toList();
        if (!stopped.isEmpty()) {
            Element list = Element.of("ul").with("class", "stopped");
            stopped.forEach(option -> list.add(stoppedLine(option, parts)));
            section.add(Element.of("h3", "Must not be given; no dose, no forecast"), list);
        }
        return section;
    }

    private static boolean stopped(TreatmentOption option) {
        return option.availability() == TreatmentOption.Availability.STOPPED;
    }

    private static Element stoppedLine(TreatmentOption option, PageParts parts) {
        List<Statement> reasons = Reasons.of(option);
        Element line = Element.of("li")
                .add(PageParts.badge(option.availability()))
                .text(" ")
                .add(Element.of("a", option.title()).with("href", "#" + anchor(option)))
                .text(": ")
                .add(parts.statement("span", reasons.getFirst()));
        return reasons.size() == 1
                ? line
                : line.add(Element.of("span", " and " + (reasons.size() - 1) + " more")
                        .with("class", "quiet"));
    }

    private static List<String> headings(Optional<Double> horizon) {
        List<String> headings = new ArrayList<>(List.of("Option", "Today", "Dose for this weight"));
        horizon.map(Figures::years)
                .ifPresent(y -> headings.addAll(List.of(
                        "Spine Z, change in 1 y",
                        "Spine Z, change in " + y + " y",
                        "Fractures expected in " + y + " y",
                        "Fractures relative to no drug",
                        "Chance of a fracture within 1 y")));
        return headings;
    }

    private static List<Node> row(TreatmentOption option, Optional<Double> horizon, PageParts parts) {
        List<Node> cells = new ArrayList<>();
        cells.add(Element.of("span")
                .add(
                        Element.of("a", option.title()).with("href", "#" + anchor(option)),
                        Element.of("span", option.burden()).with("class", "burden")));
        cells.add(Element.of("span").add(PageParts.badge(option.availability()), why(option, parts)));
        DoseSheet sheet = option.doseSheet();
        cells.add(PageParts.text(sheet == null ? Figures.NONE : sheet.summary()));
        if (horizon.isPresent()) {
            Optional<Outlook> outlook = Outlook.of(option);
            double end = horizon.get();
            Optional<FractureOutlook> last = outlook.flatMap(o -> o.fractures(end));
            cells.add(spine(outlook, 1));
            cells.add(spine(outlook, end));
            cells.add(estimate(last.map(FractureOutlook::expected), 1));
            cells.add(
                    last.filter(Outlook::isNoDrug).isPresent()
                            ? PageParts.text("1, by definition")
                            : estimate(last.map(FractureOutlook::ratioToNoDrug), 2));
            cells.add(PageParts.text(outlook.flatMap(o -> o.fractures(1))
                    .map(f -> Figures.chance(f.probabilityOfAny()))
                    .orElse(Figures.NONE)));
        }
        return cells;
    }

    private static Element why(TreatmentOption option, PageParts parts) {
        Element why = Element.of("span").with("class", "why");
        if (option.availability() != TreatmentOption.Availability.AVAILABLE) {
            List<Statement> reasons = Reasons.of(option);
            reasons.stream().limit(REASONS_SHOWN).forEach(reason -> why.add(parts.statement("span", reason)));
            if (reasons.size() > REASONS_SHOWN) {
                why.add(Element.of("a", "and " + (reasons.size() - REASONS_SHOWN) + " more")
                        .with("href", "#" + anchor(option)));
            }
        }
        return why;
    }

    private static Node spine(Optional<Outlook> outlook, double years) {
        Optional<Double> change = outlook.flatMap(o -> o.changeOfMedian(ForecastQuantity.SPINE_Z, years));
        Optional<ForecastPoint> level = outlook.flatMap(o -> o.at(ForecastQuantity.SPINE_Z, years));
        if (change.isEmpty() || level.isEmpty()) {
            return PageParts.text(Figures.NONE);
        }
        return Element.of("span")
                .add(
                        Element.of("span").add(PageParts.figure(Figures.signed(change.get(), 2))),
                        Element.of("span")
                                .with("class", "level")
                                .add(PageParts.figure("Z "
                                        + Figures.number(level.get().estimate().median(), 1))),
                        interval(level.get().estimate(), 1));
    }

    private static Node estimate(Optional<Estimate> estimate, int digits) {
        return estimate.<Node>map(e ->
                        Element.of("span", Figures.number(e.median(), digits)).add(interval(e, digits)))
                .orElse(PageParts.text(Figures.NONE));
    }

    private static Element interval(Estimate estimate, int digits) {
        return Element.of("span")
                .with("class", "level nowrap")
                .add(PageParts.figure("(" + Figures.interval(estimate, digits) + ")"));
    }

    static String anchor(TreatmentOption option) {
        return "option-" + option.id().replaceAll("[^A-Za-z0-9-]", "-");
    }

    static Element oneByOne(Plan plan, PageParts parts) {
        Element section = PageParts.section("each", "Option by option");
        plan.options().forEach(option -> section.add(one(option, parts)));
        return section;
    }

    private static Element one(TreatmentOption option, PageParts parts) {
        Element article = Element.of("article")
                .with("class", "option")
                .with("id", anchor(option))
                .add(Element.of("h3", option.title() + " ").add(PageParts.badge(option.availability())));
        Element columns = Element.of("div").with("class", "columns");
        Element first =
                Element.of("div").add(Element.of("h4", reasonsHeading(option)), parts.statements(Reasons.of(option)));
        if (option.availability() != TreatmentOption.Availability.STOPPED) {
            first.add(Element.of("h4", "Burden"), Element.of("p", option.burden()));
        }
        columns.add(first);
        Element background = stopped(option) ? Element.of("div").with("class", "columns") : columns;
        group(background, "What studies do and do not show", option.evidence(), parts);
        group(background, "Known risks", option.risks(), parts);
        article.add(columns);
        if (stopped(option) && !background.isEmpty()) {
            article.add(PageParts.details("What is known about it", background));
        }
        Forecast forecast = option.forecast();
        if (forecast != null) {
            article.add(PageParts.details("All model figures for this option", figures(option, forecast)));
        }
        return article;
    }

    private static String reasonsHeading(TreatmentOption option) {
        return switch (option.availability()) {
            case AVAILABLE -> "Why it can be discussed";
            case ON_HOLD -> "What it waits for";
            case CANNOT_EVALUATE -> "What is needed";
            case UNCONFIRMED -> "Why it is not confirmed";
            case STOPPED -> "Why it must not be given";
        };
    }

    private static void group(Element columns, String heading, List<Statement> statements, PageParts parts) {
        if (!statements.isEmpty()) {
            columns.add(Element.of("div").add(Element.of("h4", heading), parts.statements(statements)));
        }
    }

    private static Element figures(TreatmentOption option, Forecast forecast) {
        List<List<Node>> rows = new ArrayList<>();
        for (ForecastCurve curve : forecast.curves()) {
            int digits = Math.min(2, Precision.of(curve.quantity()));
            for (ForecastPoint point : wholeYears(curve)) {
                rows.add(List.of(
                        PageParts.text(OverviewPart.capital(curve.quantity().label())),
                        PageParts.text(Figures.years(point.yearsAhead())),
                        PageParts.figure(Figures.number(point.estimate().median(), digits)),
                        PageParts.figure(Figures.interval(point.estimate(), digits)),
                        PageParts.text(curve.quantity().unit())));
            }
        }
        for (FractureOutlook f : forecast.fractures()) {
            String years = Figures.years(f.years());
            rows.add(List.of(
                    PageParts.text("Simulated count of fractures"),
                    PageParts.text(years),
                    PageParts.text(Figures.number(f.counts().median(), 0)),
                    PageParts.text(Figures.interval(f.counts(), 0)),
                    PageParts.text("fractures")));
            rows.add(List.of(
                    PageParts.text("Chance of at least one fracture"),
                    PageParts.text(years),
                    PageParts.text(Figures.chance(f.probabilityOfAny())),
                    PageParts.text(Figures.NONE),
                    PageParts.text("of siblings")));
        }
        return PageParts.table(
                "Model figures: " + option.title(),
                List.of("Quantity", "Years ahead", "Median", "5th to 95th centile", "Unit"),
                rows.stream());
    }

    static List<ForecastPoint> wholeYears(ForecastCurve curve) {
        return curve.points().stream()
                .filter(p -> Math.abs(p.yearsAhead() - Math.rint(p.yearsAhead())) < 0.02)
                .toList();
    }
}
