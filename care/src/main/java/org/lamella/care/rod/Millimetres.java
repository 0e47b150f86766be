package org.lamella.care.rod;

/**
 * A length of bone or implant.
 *
 * @param value 0.5 to 700 mm
 */
public record Millimetres(double value) {
    public Millimetres {
        if (!(value >= 0.5 && value <= 700)) {
            throw new IllegalArgumentException("length: found " + value + " mm, accepted is 0.5 to 700 mm");
        }
    }

    @Override
    public String toString() {
        return String.format(java.util.Locale.ROOT, "%.1f mm", value);
    }
}
