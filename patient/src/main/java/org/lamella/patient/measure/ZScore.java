package org.lamella.patient.measure;

/**
 * Distance from the median of a named reference in standard deviations of that reference.
 *
 * @param value −20 to 20
 */
public record ZScore(double value) {
    public ZScore {
        Ranges.within("Z-score", "SD", value, -20, 20);
    }

    @Override
    public String toString() {
        return String.format(java.util.Locale.ROOT, "%+.2f", value);
    }
}
