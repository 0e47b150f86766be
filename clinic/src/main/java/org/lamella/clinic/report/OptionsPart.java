package org.lamella.clinic.report;

import java.util.List;
import java.util.Optional;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.clinic.report.markup.Element;
import org.lamella.twin.Forecast;
import org.lamella.twin.ForecastCurve;
import org.lamella.twin.ForecastQuantity;
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
        plan.options().forEach(option -> part.add(one(plan, option, parts)));
        return part;
    }

    private static Element one(Plan plan, TreatmentOption option, PageParts parts) {
        Element article = Element.of("article")
                .with("class", "option")
                .with("id", anchor(option))
                .add(Element.of("h3", option.title() + " ").add(PageParts.badge(option.availability())));
        Element columns = Element.of("div").with("class", "columns");
        Element first = Element.of("div");
        List<Statement> reasons = Reasons.of(option);
        if (!reasons.isEmpty()) {
            first.add(Element.of("h4", reasonsHeading(option)), parts.statements(reasons));
        }
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
            article.add(PageParts.details("All model figures for this option", figures(plan, option, forecast)));
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

    /** One row for each quantity, one column for each year. */
    private static Element figures(Plan plan, TreatmentOption option, Forecast forecast) {
        YearsTable table = new YearsTable(forecast.curves().stream());
        for (ForecastCurve curve : forecast.curves()) {
            table.add(name(plan, curve.quantity()), curve, Math.min(2, Precision.of(curve.quantity())));
        }
        table.add(
                "Simulated count of fractures",
                year -> outlook(forecast, year).map(f -> Figures.withInterval(f.counts(), 0)));
        table.add(
                "Chance of at least one fracture",
                year -> outlook(forecast, year).map(f -> Figures.chance(f.probabilityOfAny())));
        return table.table(
                        "Model figures: " + option.title()
                                + ". Median (5th to 95th centile of the siblings). What they rest on: see how well the model"
                                + " agrees with the record.",
                        "Quantity")
                .with("id", figuresAnchor(option));
    }

    private static Optional<FractureOutlook> outlook(Forecast forecast, double years) {
        return forecast.fractures().stream()
                .filter(f -> Math.rint(f.years()) == years && years > 0)
                .findFirst();
    }

    /** Label and unit; the model's loss of height knows nothing of fractures that films have shown. */
    private static String name(Plan plan, ForecastQuantity quantity) {
        boolean recorded = quantity == ForecastQuantity.VERTEBRAL_DEFORMITY
                && plan.history().stream().anyMatch(e -> e.lane().equals("Vertebral fractures"));
        return OverviewPart.capital(quantity.label()) + (recorded ? " (recorded fractures not counted)" : "") + ", "
                + quantity.unit();
    }
}
