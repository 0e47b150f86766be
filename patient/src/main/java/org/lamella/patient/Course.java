package org.lamella.patient;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.measure.Milligrams;

/**
 * A course of a drug taken every day.
 *
 * @param drug what is taken
 * @param dailyDose amount per day
 * @param route how it is taken
 * @param from first day
 * @param until last day, or null while it goes on
 */
public record Course(
        Drug drug,
        Milligrams dailyDose,
        Route route,
        LocalDate from,
        @Nullable LocalDate until) {
    public Course {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("course of " + drug + ": ends " + until + " before it begins " + from);
        }
    }

    /** True when the drug is taken on that day. */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}
