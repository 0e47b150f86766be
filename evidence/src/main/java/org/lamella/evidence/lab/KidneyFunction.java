package org.lamella.evidence.lab;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Analyte;
import org.lamella.patient.LabResult;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;
import org.lamella.patient.measure.Centimetres;

/**
 * Estimated glomerular filtration rate from serum creatinine. Children of 1 to 17 years: bedside Schwartz, exact decimal
 * arithmetic. Adults from 18 years: CKD-EPI 2021. Values are rounded down to one decimal, so that no limit is met by
 * rounding. Whether height and creatinine are recent enough is for the caller to
 * judge.
 */
public final class KidneyFunction {
    /** 0.413 × 88.4, rounded as guidelines print it: cm and µmol/L to mL/min/1.73 m². */
    static final BigDecimal SCHWARTZ = new BigDecimal("36.5");

    /** Creatinine: 1 mg/dL in µmol/L. */
    static final BigDecimal UMOL_PER_L_PER_MG_PER_DL = new BigDecimal("88.4");

    private static final String LOW_MUSCLE =
            "Low muscle mass, short stature or unreliable height mislead creatinine equations in OI; consider cystatin C.";

    private KidneyFunction() {}

    /**
     * Estimates eGFR by the equation for this age.
     *
     * @param height standing height or length, needed below 18 years; null when not known
     * @param creatinine serum creatinine by an IDMS-traceable assay; null when not known
     */
    public static EgfrResult estimate(Sex sex, Age age, @Nullable Centimetres height, @Nullable LabResult creatinine) {
        if (creatinine == null) {
            return new EgfrResult.CannotEvaluate("eGFR needs a serum creatinine");
        }
        if (creatinine.analyte() != Analyte.CREATININE || creatinine.value().signum() <= 0) {
            return new EgfrResult.CannotEvaluate("eGFR needs a serum creatinine above 0 umol/L; found "
                    + creatinine.analyte().label() + " of " + creatinine.value().toPlainString());
        }
        if (!age.atLeastYears(1)) {
            return new EgfrResult.CannotEvaluate(
                    "no equation in use covers infants below 1 year; the age is " + age + "; ask nephrology");
        }
        if (age.atLeastYears(18)) {
            return new EgfrResult.Estimated(ckdEpi2021(sex, age, creatinine.value()), List.of(LOW_MUSCLE));
        }
        if (height == null) {
            return new EgfrResult.CannotEvaluate("eGFR of a child (bedside Schwartz) needs a height");
        }
        return new EgfrResult.Estimated(bedsideSchwartz(height, creatinine.value()), List.of(LOW_MUSCLE));
    }

    private static Egfr bedsideSchwartz(Centimetres height, BigDecimal creatinine) {
        BigDecimal cm = BigDecimal.valueOf(height.value());
        BigDecimal value = SCHWARTZ.multiply(cm).divide(creatinine, 1, RoundingMode.DOWN);
        String worked = "36.5 x " + cm.stripTrailingZeros().toPlainString() + " cm / " + creatinine.toPlainString()
                + " umol/L = " + value.toPlainString() + " mL/min/1.73 m2";
        return new Egfr(value, Egfr.Equation.BEDSIDE_SCHWARTZ_2009, worked);
    }

    private static Egfr ckdEpi2021(Sex sex, Age age, BigDecimal creatinine) {
        boolean female = sex == Sex.FEMALE;
        double mgPerDl = creatinine.doubleValue() / UMOL_PER_L_PER_MG_PER_DL.doubleValue();
        double ratio = mgPerDl / (female ? 0.7 : 0.9);
        int years = age.completedYears();
        double egfr = 142
                * StrictMath.pow(Math.min(ratio, 1), female ? -0.241 : -0.302)
                * StrictMath.pow(Math.max(ratio, 1), -1.200)
                * StrictMath.pow(0.9938, years)
                * (female ? 1.012 : 1);
        BigDecimal value = BigDecimal.valueOf(egfr).setScale(1, RoundingMode.DOWN);
        String worked = String.format(
                Locale.ROOT,
                "142 x min(r,1)^%s x max(r,1)^-1.200 x 0.9938^%d%s with r = %.3f mg/dL / %s gives %s mL/min/1.73 m2",
                female ? "-0.241" : "-0.302",
                years,
                female ? " x 1.012" : "",
                mgPerDl,
                female ? "0.7" : "0.9",
                value.toPlainString());
        return new Egfr(value, Egfr.Equation.CKD_EPI_2021, worked);
    }
}
