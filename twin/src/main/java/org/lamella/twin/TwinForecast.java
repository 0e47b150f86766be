package org.lamella.twin;

import java.util.List;
import java.util.Optional;

/**
 * Forecasts of all options over the same siblings and the same future random numbers.
 *
 * @param fit agreement with the record
 * @param forecasts one per option asked for
 */
public record TwinForecast(TwinFit fit, List<Forecast> forecasts) {
    public TwinForecast {
        forecasts = List.copyOf(forecasts);
    }

    public Optional<Forecast> forOption(String optionId) {
        return forecasts.stream().filter(f -> f.optionId().equals(optionId)).findFirst();
    }
}
