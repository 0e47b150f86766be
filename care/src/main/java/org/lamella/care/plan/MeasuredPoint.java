package org.lamella.care.plan;

import java.time.LocalDate;

/**
 * A measured value that a chart shows beside forecasts.
 *
 * @param date day
 * @param series such as {@code Lumbar spine Z}
 * @param value in {@code unit}
 * @param unit unit
 * @param reference reference and device as reported
 */
public record MeasuredPoint(LocalDate date, String series, double value, String unit, String reference) {}
