package org.lamella.evidence.lab;

import java.math.BigDecimal;
import org.lamella.evidence.Citation;
import org.lamella.evidence.Citations;

/**
 * An estimated glomerular filtration rate.
 *
 * @param value mL/min per 1.73 m² of body surface, one decimal
 * @param equation which equation gave it
 * @param worked the arithmetic in one line
 */
public record Egfr(BigDecimal value, Equation equation, String worked) {
    /** Equations in use, with age range and source. */
    public enum Equation {
        BEDSIDE_SCHWARTZ_2009("bedside Schwartz 2009", Citations.reference("SCHWARTZ09")),
        CKD_EPI_2021("CKD-EPI creatinine 2021", Citations.reference("CKDEPI21"));

        private final String label;
        private final Citation source;

        Equation(String label, Citation source) {
            this.label = label;
            this.source = source;
        }

        public String label() {
            return label;
        }

        public Citation source() {
            return source;
        }
    }

    /** The value with its unit and equation. */
    public String describe() {
        return value.toPlainString() + " mL/min/1.73 m2 (" + equation.label() + ")";
    }
}
