package org.lamella.patient.measure;

import java.math.BigDecimal;

/** Range checks whose messages say what was given and what is accepted. */
final class Ranges {
    private Ranges() {}

    static double within(String what, String unit, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new OutOfRangeException(what, value + " " + unit, low + " to " + high + " " + unit);
        }
        return value;
    }

    static BigDecimal within(String what, String unit, BigDecimal value, String low, String high) {
        if (value.compareTo(new BigDecimal(low)) < 0 || value.compareTo(new BigDecimal(high)) > 0) {
            throw new OutOfRangeException(what, value.toPlainString() + " " + unit, low + " to " + high + " " + unit);
        }
        return value;
    }
}
