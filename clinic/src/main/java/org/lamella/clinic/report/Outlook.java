package org.lamella.clinic.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.twin.Estimate;
import org.lamella.twin.Forecast;
import org.lamella.twin.ForecastCurve;
import org.lamella.twin.ForecastPoint;
import org.lamella.twin.ForecastQuantity;
import org.lamella.twin.FractureOutlook;

/** The few figures of a forecast that summaries show, read the same way in every report. */
final class Outlook {
    /** A curve point this close to a time stands for it, years. */
    private static final double NEAR = 0.13;

    private final Forecast forecast;

    private Outlook(Forecast forecast) {
        this.forecast = forecast;
    }

    static Optional<Outlook> of(TreatmentOption option) {
        @Nullable Forecast forecast = option.forecast();
        return forecast == null ? Optional.empty() : Optional.of(new Outlook(forecast));
    }

    /** Options that carry a forecast, in the order of the plan. */
    static List<TreatmentOption> forecastOptions(Plan plan) {
        return plan.options().stream().filter(o -> o.forecast() != null).toList();
    }

    /** Furthest horizon of any forecast in the plan, years; empty without forecast. */
    static Optional<Double> horizon(Plan plan) {
        return plan.options().stream()
                .flatMap(o -> of(o).stream())
                .flatMap(Outlook::horizons)
                .max(Double::compare);
    }

    private Stream<Double> horizons() {
        return Stream.concat(
                forecast.fractures().stream().map(FractureOutlook::years),
                forecast.curves().stream()
                        .filter(c -> !c.points().isEmpty())
                        .map(c -> c.end().yearsAhead()));
    }

    Optional<ForecastPoint> at(ForecastQuantity quantity, double years) {
        return forecast.curve(quantity).flatMap(curve -> at(curve, years));
    }

    private static Optional<ForecastPoint> at(ForecastCurve curve, double years) {
        return curve.points().stream()
                .filter(p -> Math.abs(p.yearsAhead() - years) <= NEAR)
                .min((a, b) -> Double.compare(Math.abs(a.yearsAhead() - years), Math.abs(b.yearsAhead() - years)));
    }

    /** Change of the median from today; the interval of a change cannot be had from the intervals of two levels. */
    Optional<Double> changeOfMedian(ForecastQuantity quantity, double years) {
        return at(quantity, 0)
                .flatMap(now -> at(quantity, years)
                        .map(then -> then.estimate().median() - now.estimate().median()));
    }

    Optional<FractureOutlook> fractures(double years) {
        return forecast.fractures().stream()
                .filter(f -> Math.abs(f.years() - years) <= NEAR)
                .findFirst();
    }

    /** True when the ratio to no drug is 1 throughout, as it is for no drug alone. */
    static boolean isNoDrug(FractureOutlook fractures) {
        Estimate ratio = fractures.ratioToNoDrug();
        return ratio.low() == 1 && ratio.high() == 1;
    }

    Optional<FractureOutlook> firstFractures() {
        return forecast.fractures().stream().findFirst();
    }

    /** The ratio to no drug in words; no drug itself has the ratio 1 by definition. */
    static String ratio(FractureOutlook fractures) {
        return isNoDrug(fractures) ? "1 (no drug)" : Figures.withInterval(fractures.ratioToNoDrug(), 2);
    }
}
