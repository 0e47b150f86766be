package org.lamella.patient;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.measure.Milligrams;
import org.lamella.patient.measure.MilligramsPerKilogram;

/**
 * One dose that was given.
 *
 * @param date day of administration
 * @param drug what was given
 * @param dose absolute amount, or null when only the amount per body weight was recorded
 * @param dosePerWeight amount per body weight as recorded, or null
 * @param route how it was given
 */
public record Administration(
        LocalDate date,
        Drug drug,
        @Nullable Milligrams dose,
        @Nullable MilligramsPerKilogram dosePerWeight,
        Route route) {
    public Administration {
        if (dose == null && dosePerWeight == null) {
            throw new IllegalArgumentException(
                    drug + " of " + date + ": needs an amount in mg or in mg/kg; none was given");
        }
    }
}
