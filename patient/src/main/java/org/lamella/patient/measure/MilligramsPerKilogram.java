package org.lamella.patient.measure;

import java.math.BigDecimal;

/**
 * A dose per body weight, exact.
 *
 * @param value above 0, up to 100 mg/kg
 */
public record MilligramsPerKilogram(BigDecimal value) implements Comparable<MilligramsPerKilogram> {
    public MilligramsPerKilogram {
        Ranges.within("dose per body weight", "mg/kg", value, "0.000001", "100");
    }

    public static MilligramsPerKilogram of(String decimal) {
        return new MilligramsPerKilogram(new BigDecimal(decimal));
    }

    /** The exact product with a body weight. */
    public Milligrams times(Kilograms weight) {
        return new Milligrams(value.multiply(weight.value()));
    }

    @Override
    public int compareTo(MilligramsPerKilogram other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.stripTrailingZeros().toPlainString() + " mg/kg";
    }
}
