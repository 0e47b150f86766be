package org.lamella.patient;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One dental review.
 *
 * @param date day of review
 * @param finding free text finding, or null when none was recorded
 */
public record DentalVisit(LocalDate date, @Nullable String finding) {}
