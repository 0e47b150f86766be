package org.lamella.care.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Drug;

/**
 * Doses of one drug given on days that follow each other closely.
 *
 * @param drug what was given
 * @param first first day
 * @param last last day
 * @param doses number of doses
 * @param milligrams total amount, or null when the amount of a dose is not known
 * @param milligramsPerKilogram total amount per body weight, or null when it is not known
 */
public record Cycle(
        Drug drug,
        LocalDate first,
        LocalDate last,
        int doses,
        @Nullable BigDecimal milligrams,
        @Nullable BigDecimal milligramsPerKilogram) {

    public Optional<BigDecimal> perKilogram() {
        return Optional.ofNullable(milligramsPerKilogram);
    }

    public Optional<BigDecimal> amount() {
        return Optional.ofNullable(milligrams);
    }
}
