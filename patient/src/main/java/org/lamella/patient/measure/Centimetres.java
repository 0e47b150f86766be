package org.lamella.patient.measure;

/**
 * Standing height or recumbent length in centimetres.
 *
 * @param value 20 to 250 cm
 */
public record Centimetres(double value) {
    public Centimetres {
        Ranges.within("height", "cm", value, 20, 250);
    }

    @Override
    public String toString() {
        return value + " cm";
    }
}
