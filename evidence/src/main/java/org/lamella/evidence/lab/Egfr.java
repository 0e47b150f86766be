package org.lamella.evidence.lab;

import java.math.BigDecimal;
import org.lamella.evidence.Citation;

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
        BEDSIDE_SCHWARTZ_2009(
                "bedside Schwartz 2009",
                new Citation(
                        "SCHWARTZ09",
                        "Schwartz GJ et al. New equations to estimate GFR in children with CKD. J Am Soc Nephrol 2009;20:629",
                        "https://pmc.ncbi.nlm.nih.gov/articles/PMC2653687/",
                        org.lamella.evidence.VerificationLevel.V1)),
        CKD_EPI_2021(
                "CKD-EPI creatinine 2021",
                new Citation(
                        "CKDEPI21",
                        "Inker LA et al. N Engl J Med 2021;385:1737-1749, as printed by the National Kidney Foundation",
                        "https://kidney.org/ckd-epi-creatinine-equation-2021",
                        org.lamella.evidence.VerificationLevel.V2));

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
