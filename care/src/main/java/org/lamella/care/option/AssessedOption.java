package org.lamella.care.option;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.care.stop.Gate;
import org.lamella.care.stop.GateReason;

/**
 * An option before its forecast is joined.
 *
 * @param option the option
 * @param reasons what the gate found, with its codes
 * @param permit the gate's permission to forecast it, or null when it is stopped
 */
public record AssessedOption(TreatmentOption option, List<GateReason> reasons, Gate.@Nullable ForecastPermit permit) {

    public AssessedOption {
        reasons = List.copyOf(reasons);
    }

    public Optional<Gate.ForecastPermit> permission() {
        return Optional.ofNullable(permit);
    }
}
