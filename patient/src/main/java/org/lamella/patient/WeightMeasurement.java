package org.lamella.patient;

import java.time.LocalDate;
import org.lamella.patient.measure.Kilograms;

/**
 * One body weight.
 *
 * @param date day of weighing
 * @param weight kilograms
 * @param method how it was obtained; only {@link MeasurementMethod#MEASURED} may carry a dose
 */
public record WeightMeasurement(LocalDate date, Kilograms weight, MeasurementMethod method) {}
