package org.lamella.evidence.growth;

import org.lamella.patient.measure.OutOfRangeException;

/**
 * Gain of height per year.
 *
 * @param value −10 (loss of height through fractures or bowing) to 60 cm per year
 */
public record CentimetresPerYear(double value) {
    public CentimetresPerYear {
        if (!(value >= -10 && value <= 60)) {
            throw new OutOfRangeException("height velocity", value + " cm/y", "-10 to 60 cm/y");
        }
    }
}
