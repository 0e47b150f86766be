package org.lamella.clinic.report;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.lamella.care.plan.MeasuredPoint;
import org.lamella.care.plan.Plan;
import org.lamella.twin.Estimate;
import org.lamella.twin.ForecastPoint;
import org.lamella.twin.ForecastQuantity;

/** Where the forecast of spine density starts, beside what was measured. */
final class ForecastStart {
    /** A difference below this, in SD, is within what a reader rounds away. */
    private static final double NOTABLE = 0.3;

    private ForecastStart() {}

    /** One or two sentences; empty without a forecast or without a measured Z-score. */
    static Optional<String> of(Plan plan) {
        Optional<Estimate> start = Outlook.forecastOptions(plan).stream()
                .flatMap(o -> Outlook.of(o).stream())
                .flatMap(o -> o.at(ForecastQuantity.SPINE_Z, 0).stream())
                .map(ForecastPoint::estimate)
                .findFirst();
        Optional<MeasuredPoint> measured = plan.measured().stream()
                .filter(m -> m.unit().equals("SD") && Double.isFinite(m.value()))
                .filter(m -> m.series().toLowerCase(Locale.ROOT).contains("spine"))
                .max(Comparator.comparing(MeasuredPoint::date));
        return start.flatMap(s -> measured.map(m -> sentence(s, m)));
    }

    private static String sentence(Estimate start, MeasuredPoint measured) {
        String both = "Spine Z today: " + minus(Figures.withInterval(start, 1)) + " in the model, "
                + minus(Figures.number(measured.value(), 1)) + " measured on " + Figures.day(measured.date()) + ".";
        return Math.abs(start.median() - measured.value()) < NOTABLE
                ? both
                : both + " The forecast starts from the model's value, so read the changes rather than the levels.";
    }

    private static String minus(String figure) {
        return PageParts.figure(figure).content();
    }
}
