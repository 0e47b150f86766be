package org.lamella.twin;

import java.util.List;
import java.util.Optional;

/**
 * What one option would probably do.
 *
 * @param optionId option this belongs to
 * @param curves quantities over time
 * @param fractures outlook per horizon, ascending
 */
public record Forecast(String optionId, List<ForecastCurve> curves, List<FractureOutlook> fractures) {
    public Forecast {
        curves = List.copyOf(curves);
        fractures = List.copyOf(fractures);
    }

    public Optional<ForecastCurve> curve(ForecastQuantity quantity) {
        return curves.stream().filter(c -> c.quantity() == quantity).findFirst();
    }
}
