package org.lamella.clinic.report.chart;

/**
 * A straight line from values to places on the drawing.
 *
 * @param low smallest value shown
 * @param high largest value shown, above {@code low}
 * @param from place of {@code low}
 * @param to place of {@code high}
 */
public record Scale(double low, double high, double from, double to) {
    public Scale {
        if (!(low < high)) {
            throw new IllegalArgumentException(
                    "scale: the upper end must lie above the lower, found " + low + " and " + high);
        }
    }

    public double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** Place of a value, held inside the drawing. */
    public double inside(double value) {
        return at(Math.clamp(value, low, high));
    }
}
