package org.lamella.care.option;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.care.stop.Gate;

/**
 * An option before its forecast is joined.
 *
 * @param option the option
 * @param permit the gate's permission to forecast it, or null when it is stopped
 */
public record AssessedOption(TreatmentOption option, Gate.@Nullable ForecastPermit permit) {

    public Optional<Gate.ForecastPermit> permission() {
        return Optional.ofNullable(permit);
    }
}
