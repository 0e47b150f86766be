package org.lamella.clinic.report;

import java.util.ArrayList;
import java.util.List;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.clinic.report.markup.Element;
import org.lamella.clinic.report.markup.Node;
import org.lamella.twin.Forecast;
import org.lamella.twin.ForecastCurve;
import org.lamella.twin.ForecastPoint;
import org.lamella.twin.FractureOutlook;

/** Each option with its reasons, evidence, risks and all its model figures. */
final class OptionsPart {
    private OptionsPart() {}

    private static boolean stopped(TreatmentOption option) {
        return option.availability() == TreatmentOption.Availability.STOPPED;
    }

    /** Where the model figures of an option stand. */
    static String figuresAnchor(TreatmentOption option) {
        return anchor(option) + "-figures";
    }

    static String anchor(TreatmentOption option) {
        return "option-" + option.id().replaceAll("[^A-Za-z0-9-]", "-");
    }

    static Element oneByOne(Plan plan, PageParts parts) {
        Element part = PageParts.part();
        plan.options().forEach(option -> part.add(one(option, parts)));
        return part;
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
                        "Model figures: " + option.title()
                                + ". What they rest on: see how well the model agrees with the" + " record.",
                        List.of("Quantity", "Years ahead", "Median", "5th to 95th centile", "Unit"),
                        rows.stream())
                .with("id", figuresAnchor(option));
    }

    static List<ForecastPoint> wholeYears(ForecastCurve curve) {
        return curve.points().stream()
                .filter(p -> Math.abs(p.yearsAhead() - Math.rint(p.yearsAhead())) < 0.02)
                .toList();
    }
}
