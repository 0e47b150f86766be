package org.lamella.care.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One event of the timeline.
 *
 * @param lane row of the timeline such as {@code Fractures}
 * @param from day, or first day
 * @param until last day, or null for a single day
 * @param label short text
 * @param planned true when it lies after the day of the plan
 */
public record HistoryEvent(
        String lane, LocalDate from, @Nullable LocalDate until, String label, boolean planned) {}
