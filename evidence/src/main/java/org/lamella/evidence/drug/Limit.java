package org.lamella.evidence.drug;

/**
 * A bound that a drug file states.
 *
 * @param kind what is bounded
 * @param figure the bound, in {@link Kind#unit()}
 */
public record Limit(Kind kind, Figure figure) {

    /** What is bounded, with the one unit in which it is written. */
    public enum Kind {
        /** Most that one day may hold. */
        MAX_PER_DOSE("mg"),
        /** Most per year, annualised as dose x 12 / interval; never a rolling sum. */
        MAX_PER_YEAR("mg/kg"),
        /** Shortest infusion. */
        MIN_INFUSION("min"),
        /** Not given below this eGFR. */
        RENAL_STOP_BELOW("mL/min/1.73m2"),
        /** Not given below this body weight. */
        MIN_WEIGHT("kg");

        private final String unit;

        Kind(String unit) {
            this.unit = unit;
        }

        public String unit() {
            return unit;
        }
    }

    public Limit {
        if (!figure.unit().equals(kind.unit())) {
            throw new IllegalArgumentException(
                    kind + ": unit found '" + figure.unit() + "', accepted is '" + kind.unit() + "'");
        }
    }
}
