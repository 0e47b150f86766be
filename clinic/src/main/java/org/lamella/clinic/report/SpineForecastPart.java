package org.lamella.clinic.report;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.lamella.care.plan.MeasuredPoint;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.clinic.report.chart.FanChart;
import org.lamella.clinic.report.chart.Marks;
import org.lamella.clinic.report.chart.Ticks;
import org.lamella.clinic.report.markup.Element;
import org.lamella.patient.measure.Age;
import org.lamella.twin.Forecast;
import org.lamella.twin.ForecastCurve;
import org.lamella.twin.ForecastQuantity;

/** Forecast of spine density by option as charts with their numbers. */
final class SpineForecastPart {
    /** How far back measured points are shown, years. */
    private static final double LOOK_BACK = 5;

    private SpineForecastPart() {}

    /** An option together with its curve. */
    private record Fan(TreatmentOption option, ForecastCurve curve) {}

    static Element of(Plan plan) {
        Element part = PageParts.part();
        List<Fan> fans = fans(plan);
        if (fans.isEmpty()) {
            return part.add(FractureForecastPart.none(plan));
        }
        List<MeasuredPoint> measured = spinePoints(plan);
        List<String> references =
                measured.stream().map(MeasuredPoint::reference).distinct().toList();
        List<FanChart.Point> points = measured.stream()
                .map(m -> new FanChart.Point(
                        -ChronoUnit.DAYS.between(m.date(), plan.header().asOf()) / Age.DAYS_PER_YEAR,
                        m.value(),
                        references.indexOf(m.reference())))
                .filter(p -> p.yearsAhead() >= -LOOK_BACK && p.yearsAhead() <= 0)
                .toList();
        double first =
                points.stream().mapToDouble(FanChart.Point::yearsAhead).min().orElse(0);
        double last = fans.stream()
                .mapToDouble(f -> f.curve().end().yearsAhead())
                .max()
                .orElse(1);
        Ticks values = Ticks.enclosing(lowest(fans, points), highest(fans, points), 6);
        Optional<Fan> noDrug = fans.stream().filter(f -> isNoDrug(f.option())).findFirst();
        part.add(
                Element.of("p")
                        .with("class", "lead")
                        .text("Lumbar spine Z-score as the model sees it ")
                        .add(PageParts.model())
                        .text(
                                ". The same siblings and the same chances are used for every option, so that panels can be "
                                        + "compared. Measured points stand as reported: a Z-score on another reference or "
                                        + "device is not the model\u2019s, and the section on agreement says what was used."),
                legend(references, noDrug.isPresent()));
        Element grid = Element.of("div").with("class", "panels");
        for (int i = 0; i < fans.size(); i++) {
            Fan fan = fans.get(i);
            @Nullable
            ForecastCurve comparison = noDrug.filter(
                            n -> !n.option().id().equals(fan.option().id()))
                    .map(Fan::curve)
                    .orElse(null);
            grid.add(panel(
                    fan,
                    new FanChart(
                            "fan-" + i,
                            "Spine Z: " + fan.option().title(),
                            fan.curve(),
                            comparison,
                            points,
                            first,
                            last,
                            values)));
        }
        return part.add(grid, PageParts.details("Numbers behind these charts", spineTable(fans)));
    }

    private static Element panel(Fan fan, FanChart chart) {
        return Element.of("figure")
                .add(
                        Element.of("figcaption")
                                .add(Element.of("strong", fan.option().title()))
                                .text(" ")
                                .add(PageParts.badge(fan.option().availability())),
                        chart.draw());
    }

    private static Element legend(List<String> references, boolean withNoDrug) {
        Element legend = Element.of("ul").with("class", "legend");
        legend.add(
                Element.of("li").add(swatch("swatch-median")).text("median of the siblings"),
                Element.of("li").add(swatch("swatch-50")).text("middle half"),
                Element.of("li").add(swatch("swatch-90")).text("5th to 95th centile"));
        if (withNoDrug) {
            legend.add(Element.of("li").add(swatch("swatch-none")).text("median without drug"));
        }
        for (int i = 0; i < references.size(); i++) {
            legend.add(Element.of("li").add(Marks.legend(i, "measured")).text("measured: " + references.get(i)));
        }
        return legend;
    }

    private static Element swatch(String style) {
        return Element.of("span").with("class", "swatch " + style).with("aria-hidden", "true");
    }

    private static Element spineTable(List<Fan> fans) {
        YearsTable table = new YearsTable(fans.stream().map(Fan::curve));
        fans.forEach(fan -> table.add(fan.option().title(), fan.curve(), 2));
        return table.table("Lumbar spine Z-score (model), SD: median (5th to 95th centile)", "Option");
    }

    private static List<Fan> fans(Plan plan) {
        List<Fan> fans = new ArrayList<>();
        for (TreatmentOption option : Outlook.forecastOptions(plan)) {
            Forecast forecast = option.forecast();
            if (forecast != null) {
                forecast.curve(ForecastQuantity.SPINE_Z)
                        .filter(c -> !c.points().isEmpty())
                        .ifPresent(c -> fans.add(new Fan(option, c)));
            }
        }
        return fans;
    }

    /** Spine Z-scores, told from other measured series by name and unit. */
    private static List<MeasuredPoint> spinePoints(Plan plan) {
        return plan.measured().stream()
                .filter(m -> m.unit().equals("SD") && Double.isFinite(m.value()))
                .filter(m -> m.series().toLowerCase(Locale.ROOT).contains("spine"))
                .toList();
    }

    private static boolean isNoDrug(TreatmentOption option) {
        return Outlook.of(option)
                .flatMap(Outlook::firstFractures)
                .filter(Outlook::isNoDrug)
                .isPresent();
    }

    private static double lowest(List<Fan> fans, List<FanChart.Point> points) {
        return DoubleStream.concat(
                        fans.stream()
                                .flatMap(f -> f.curve().points().stream())
                                .mapToDouble(p -> p.estimate().low()),
                        points.stream().mapToDouble(FanChart.Point::value))
                .min()
                .orElse(-1);
    }

    private static double highest(List<Fan> fans, List<FanChart.Point> points) {
        return DoubleStream.concat(
                        fans.stream()
                                .flatMap(f -> f.curve().points().stream())
                                .mapToDouble(p -> p.estimate().high()),
                        points.stream().mapToDouble(FanChart.Point::value))
                .max()
                .orElse(1);
    }
}
