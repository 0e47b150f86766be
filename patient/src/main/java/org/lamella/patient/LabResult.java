package org.lamella.patient;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One laboratory result in the canonical unit of its analyte.
 *
 * @param date day of sampling
 * @param analyte what was measured
 * @param value in {@link Analyte#unit()}, not negative
 * @param lowerLimit laboratory's lower limit in the same unit, or null when not reported
 * @param upperLimit laboratory's upper limit in the same unit, or null when not reported
 * @param method assay or platform, or null when not reported
 */
public record LabResult(
        LocalDate date,
        Analyte analyte,
        BigDecimal value,
        @Nullable BigDecimal lowerLimit,
        @Nullable BigDecimal upperLimit,
        @Nullable String method) {
    public LabResult {
        if (value.signum() < 0) {
            throw new IllegalArgumentException(
                    analyte.label() + " of " + date + ": found " + value + ", accepted is 0 or more " + analyte.unit());
        }
    }
}
