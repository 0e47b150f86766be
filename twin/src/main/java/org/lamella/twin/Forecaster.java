package org.lamella.twin;

import java.time.LocalDate;
import java.util.List;
import org.lamella.patient.Patient;

/** Turns a record into weighted siblings and sends them through candidate regimens. */
public interface Forecaster {
    /**
     * @param patient the record
     * @param asOf day of the plan; nothing dated later is used
     * @param candidates options to forecast; the list must contain one whose regimen is no drug
     * @param settings size and seed
     * @param progress told the fraction done, 0 to 1
     * @return fit and forecasts, or the reason why no forecast can be made
     */
    ForecastResult forecast(
            Patient patient,
            LocalDate asOf,
            List<CandidateRegimen> candidates,
            TwinSettings settings,
            Progress progress);

    /** Listens to the progress of long work. */
    @FunctionalInterface
    interface Progress {
        Progress NONE = (stage, fraction) -> {};

        void report(String stage, double fraction);
    }

    /** A forecast or the reason for its absence. */
    sealed interface ForecastResult {
        /**
         * @param forecast fit and forecasts
         */
        record Forecasted(TwinForecast forecast) implements ForecastResult {}

        /**
         * @param needs what the record lacks, in plain words, for example {@code OI type}
         */
        record CannotForecast(List<String> needs) implements ForecastResult {
            public CannotForecast {
                needs = List.copyOf(needs);
            }
        }
    }
}
