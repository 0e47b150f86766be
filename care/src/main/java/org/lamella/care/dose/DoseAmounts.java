package org.lamella.care.dose;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Drug;
import org.lamella.patient.Route;
import org.lamella.patient.measure.Milligrams;

/**
 * The numbers of a dose sheet.
 *
 * @param drug what is given
 * @param route how it is given
 * @param days what falls on each day of the next cycle; a single day for a drug taken every day
 * @param intervalMonths months between cycles, or null for a drug taken every day
 * @param annualMg maintenance dose per year, mg: cycle x 12 / interval, or daily dose x 365.25
 * @param annualMgPerKg the same per kilogram of today's weight, mg/kg
 * @param infusionMinutes infusion time of one day, or null for tablets
 * @param bandId band of the drug facts that was used
 * @param confirmedValues values that rest on a confirmation of the site
 */
public record DoseAmounts(
        Drug drug,
        Route route,
        List<DayDose> days,
        @Nullable BigDecimal intervalMonths,
        BigDecimal annualMg,
        BigDecimal annualMgPerKg,
        @Nullable Integer infusionMinutes,
        String bandId,
        List<String> confirmedValues) {

    /**
     * One day.
     *
     * @param date when
     * @param dose how much
     * @param volumeMl volume of the site's product to draw up, mL, or null without a product or for tablets
     */
    public record DayDose(
            LocalDate date, Milligrams dose, @Nullable BigDecimal volumeMl) {}

    public DoseAmounts {
        days = List.copyOf(days);
        confirmedValues = List.copyOf(confirmedValues);
    }
}
