package org.lamella.patient.measure;

import java.math.BigDecimal;

/**
 * Diameter or length of an implant in millimetres, kept as written because it is compared with limits.
 *
 * @param value 0.5 mm (thinnest wire) to 600 mm (longest nail for an adult femur)
 */
public record Millimetres(BigDecimal value) implements Comparable<Millimetres> {
    public Millimetres {
        Ranges.within("size of an implant", "mm", value, "0.5", "600");
    }

    public static Millimetres of(String decimal) {
        return new Millimetres(new BigDecimal(decimal));
    }

    @Override
    public int compareTo(Millimetres other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.stripTrailingZeros().toPlainString() + " mm";
    }
}
