package org.lamella.patient.measure;

import java.math.BigDecimal;

/**
 * Body weight in kilograms, kept as an exact decimal because doses are computed from it.
 *
 * @param value 0.3 to 300 kg (smallest surviving preterm infant to heaviest plausible adult)
 */
public record Kilograms(BigDecimal value) implements Comparable<Kilograms> {
    public Kilograms {
        Ranges.within("body weight", "kg", value, "0.3", "300");
    }

    public static Kilograms of(String decimal) {
        return new Kilograms(new BigDecimal(decimal));
    }

    public double asDouble() {
        return value.doubleValue();
    }

    @Override
    public int compareTo(Kilograms other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString() + " kg";
    }
}
