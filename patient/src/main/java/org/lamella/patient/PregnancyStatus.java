package org.lamella.patient;

import java.time.LocalDate;

/**
 * Pregnancy status on a day.
 *
 * @param date day of test or statement
 * @param status what is known
 */
public record PregnancyStatus(LocalDate date, Status status) {
    /** Result of a test or a documented statement. */
    public enum Status {
        PREGNANT,
        NOT_PREGNANT
    }
}
