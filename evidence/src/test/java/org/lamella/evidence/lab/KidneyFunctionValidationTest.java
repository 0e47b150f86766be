package org.lamella.evidence.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lamella.patient.Analyte;
import org.lamella.patient.LabResult;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;
import org.lamella.patient.measure.Centimetres;

class KidneyFunctionValidationTest {
    private static Age years(int years) {
        return new Age(Math.round(years * Age.DAYS_PER_YEAR + 1), Period.ofYears(years));
    }

    private static LabResult creatinine(String umolPerLitre) {
        return new LabResult(
                LocalDate.of(2026, 1, 1), Analyte.CREATININE, new BigDecimal(umolPerLitre), null, null, null);
    }

    private static Egfr estimated(Sex sex, int years, @Nullable Centimetres height, String creatinine) {
        EgfrResult result = KidneyFunction.estimate(sex, years(years), height, creatinine(creatinine));
        assertThat(result).isInstanceOf(EgfrResult.Estimated.class);
        return ((EgfrResult.Estimated) result).egfr();
    }

    /** Schwartz 2009 (PMC2653687): 0.413 × 110 cm / 0.4 mg/dL = 113.6; 0.4 mg/dL = 35.36 µmol/L. */
    @Test
    void bedsideSchwartzIsExactAndShowsItsWork() {
        Egfr egfr = estimated(Sex.FEMALE, 6, new Centimetres(110), "35.36");
        assertThat(egfr.value()).isEqualByComparingTo("113.5");
        assertThat(egfr.value().doubleValue()).isCloseTo(0.413 * 110 / 0.4, org.assertj.core.data.Offset.offset(0.1));
        assertThat(egfr.worked()).isEqualTo("36.5 x 110 cm / 35.36 umol/L = 113.5 mL/min/1.73 m2");
    }

    /**
     * Worked example of a public description of CKD-EPI 2021 (https://creatinineclearancecalculator.net/equations/ckd-epi/):
     * woman of 55 years, 0.9 mg/dL, about 76. Second value by hand from the printed equation: man of 40 years,
     * 0.9 mg/dL, 142 × 0.9938^40 = 110.7.
     */
    @Test
    void ckdEpiReproducesWorkedExamples() {
        assertThat(estimated(Sex.FEMALE, 55, null, "79.56").value().doubleValue())
                .isBetween(75.0, 76.5);
        assertThat(estimated(Sex.MALE, 40, null, "79.56").value()).isEqualByComparingTo("110.7");
    }

    @Test
    void saysWhatItNeeds() {
        assertThat(KidneyFunction.estimate(Sex.MALE, years(8), null, creatinine("40")))
                .isEqualTo(new EgfrResult.CannotEvaluate("eGFR of a child (bedside Schwartz) needs a height"));
        assertThat(KidneyFunction.estimate(Sex.MALE, years(8), new Centimetres(120), null))
                .isInstanceOf(EgfrResult.CannotEvaluate.class);
        assertThat(KidneyFunction.estimate(Sex.MALE, years(0), new Centimetres(60), creatinine("30")))
                .isInstanceOf(EgfrResult.CannotEvaluate.class);
        assertThat(KidneyFunction.estimate(Sex.MALE, years(8), new Centimetres(120), creatinine("0")))
                .isInstanceOf(EgfrResult.CannotEvaluate.class);
    }
}
