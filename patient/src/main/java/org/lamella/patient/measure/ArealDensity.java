package org.lamella.patient.measure;

/**
 * Areal bone mineral density by DXA.
 *
 * @param gramsPerSquareCentimetre 0.02 to 2.5 g/cm²
 */
public record ArealDensity(double gramsPerSquareCentimetre) {
    public ArealDensity {
        Ranges.within("areal bone mineral density", "g/cm2", gramsPerSquareCentimetre, 0.02, 2.5);
    }
}
