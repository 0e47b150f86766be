package org.lamella.twin.history;

import java.time.LocalDate;

/**
 * One measured value that siblings are held against.
 *
 * @param date day of the measurement
 * @param ageDay age in days
 * @param kind what was measured
 * @param value in the unit of the kind
 * @param label how to call it, with device or method
 * @param series values of one series share device, reference or method and hence an offset
 */
public record MeasuredValue(LocalDate date, int ageDay, Measured kind, double value, String label, String series) {}
