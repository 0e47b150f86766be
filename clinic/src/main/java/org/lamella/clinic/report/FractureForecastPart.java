package org.lamella.clinic.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.care.plan.TreatmentOption.Availability;
import org.lamella.clinic.report.chart.WhiskerChart;
import org.lamella.clinic.report.markup.Element;
import org.lamella.clinic.report.markup.Node;
import org.lamella.twin.Estimate;
import org.lamella.twin.Forecast;
import org.lamella.twin.FractureOutlook;

/** Forecast of fractures by option as charts with their numbers. */
final class FractureForecastPart {
    private FractureForecastPart() {}

    static Element of(Plan plan) {
        Element part = PageParts.part();
        double horizon = Outlook.horizon(plan).orElse(0.0);
        List<WhiskerChart.Row> expected = rows(plan, horizon, FractureOutlook::expected);
        if (expected.isEmpty()) {
            return part.add(none(plan));
        }
        String years = Figures.years(horizon);
        part.add(Element.of("p")
                .with("class", "lead")
                .text("Expected number of fractures, and the same relative to giving no drug ")
                .add(PageParts.model())
                .text(". The left chart is wide because the siblings differ; the right one compares each sibling with "
                        + "itself."));
        Element pair = Element.of("div").with("class", "pair");
        pair.add(whiskers(new WhiskerChart(
                "Expected fractures in " + years + " years",
                "fractures in " + years + " years",
                expected,
                1,
                OptionalDouble.empty())));
        List<WhiskerChart.Row> ratios = rows(plan, horizon, FractureOutlook::ratioToNoDrug).stream()
                .filter(r -> r.estimate().low() != 1 || r.estimate().high() != 1)
                .toList();
        if (!ratios.isEmpty()) {
            pair.add(whiskers(new WhiskerChart(
                    "Fractures relative to no drug, " + years + " years",
                    "ratio to no drug (below 1: fewer fractures)",
                    ratios,
                    2,
                    OptionalDouble.of(1))));
        }
        return part.add(pair, PageParts.details("Numbers behind these charts", fractureTable(plan)));
    }

    private static Element whiskers(WhiskerChart chart) {
        return Element.of("figure")
                .add(Element.of("figcaption").add(Element.of("strong", chart.title())), chart.draw());
    }

    private static List<WhiskerChart.Row> rows(
            Plan plan, double horizon, Function<FractureOutlook, Estimate> quantity) {
        List<WhiskerChart.Row> rows = new ArrayList<>();
        for (TreatmentOption option : plan.options()) {
            Outlook.of(option)
                    .flatMap(o -> o.fractures(horizon))
                    .map(quantity)
                    .filter(e -> Double.isFinite(e.low()) && Double.isFinite(e.high()))
                    .ifPresent(e -> rows.add(new WhiskerChart.Row(label(option), e, notToday(option))));
        }
        return rows;
    }

    private static String label(TreatmentOption option) {
        String title = option.title();
        return notToday(option) ? title + " [" + PlanText.word(option.availability()) + "]" : title;
    }

    private static boolean notToday(TreatmentOption option) {
        return option.availability() != Availability.AVAILABLE;
    }

    private static Element fractureTable(Plan plan) {
        List<List<Node>> rows = new ArrayList<>();
        for (TreatmentOption option : plan.options()) {
            Forecast forecast = option.forecast();
            if (forecast != null) {
                forecast.fractures()
                        .forEach(f -> rows.add(List.of(
                                PageParts.text(option.title()),
                                PageParts.text(Figures.years(f.years())),
                                PageParts.text(Figures.withInterval(f.expected(), 2)),
                                PageParts.text(Figures.withInterval(f.counts(), 0)),
                                PageParts.text(Figures.chance(f.probabilityOfAny())),
                                PageParts.text(Outlook.ratio(f)))));
            }
        }
        return PageParts.table(
                "Fractures from the day of the plan (model)",
                List.of("Option", "Years", "Expected", "Simulated count", "Chance of any", "Relative to no drug"),
                rows.stream());
    }

    static Element none(Plan plan) {
        String needs =
                plan.forecastNeeds().isEmpty() ? "" : " Needed: " + String.join("; ", plan.forecastNeeds()) + ".";
        return Element.of("p", "No forecast could be made." + needs).with("class", "empty");
    }
}
