package org.lamella.twin;

import java.time.LocalDate;

/**
 * One measured value beside what the weighted siblings say about it.
 *
 * @param date day of the measurement
 * @param what label such as {@code lumbar spine Z (Hologic)}
 * @param unit unit of both
 * @param observed as recorded
 * @param siblings what the siblings had on that day after weighting
 * @param prior what they had before weighting
 */
public record ObservationFit(
        LocalDate date, String what, String unit, double observed, Estimate siblings, Estimate prior) {}
