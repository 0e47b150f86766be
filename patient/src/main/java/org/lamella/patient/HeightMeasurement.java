package org.lamella.patient;

import java.time.LocalDate;
import org.lamella.patient.measure.Centimetres;

/**
 * One height or length.
 *
 * @param date day of measurement
 * @param height centimetres
 * @param posture standing height and recumbent length differ by about 0.8 cm and have references of their own
 * @param method how it was obtained
 */
public record HeightMeasurement(LocalDate date, Centimetres height, Posture posture, MeasurementMethod method) {
    /** Position of the child while measured. */
    public enum Posture {
        STANDING,
        RECUMBENT,
        ARM_SPAN,
        UNKNOWN
    }
}
