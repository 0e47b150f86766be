package org.lamella.patient.measure;

import java.math.BigDecimal;

/**
 * An absolute amount of drug in milligrams, exact.
 *
 * @param value above 0, up to 10000 mg
 */
public record Milligrams(BigDecimal value) implements Comparable<Milligrams> {
    public Milligrams {
        Ranges.within("dose", "mg", value, "0.000001", "10000");
    }

    public static Milligrams of(String decimal) {
        return new Milligrams(new BigDecimal(decimal));
    }

    public double asDouble() {
        return value.doubleValue();
    }

    @Override
    public int compareTo(Milligrams other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.stripTrailingZeros().toPlainString() + " mg";
    }
}
