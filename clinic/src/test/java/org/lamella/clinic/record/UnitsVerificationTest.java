package org.lamella.clinic.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamella.evidence.SourceCheck;
import org.lamella.patient.Analyte;

/** Every conversion that a record may need, against exact decimal factors written here independently. */
class UnitsVerificationTest {
    /** International pound 0.45359237 kg, ounce 1/16 of it, inch 2.54 cm, foot 12 inches: exact by definition. */
    @ParameterizedTest
    @CsvSource({
        "g, kg, 0.001",
        "mg, kg, 0.000001",
        "[lb_av], kg, 0.45359237",
        "[oz_av], kg, 0.028349523125",
        "m, cm, 100",
        "mm, cm, 0.1",
        "[in_i], cm, 2.54",
        "[ft_i], cm, 30.48",
        "cm, mm, 10",
        "g, mg, 1000",
        "ug, mg, 0.001",
        "ng, mg, 0.000001",
        "kg, mg, 1000000",
        "ug/kg, mg/kg, 0.001",
        "g/kg, mg/kg, 1000",
        "mg/g, mg/kg, 1000",
        "mg/cm2, g/cm2, 0.001",
        "kg/m2, g/cm2, 0.1",
        "umol/L, mmol/L, 0.001",
        "mmol/l, mmol/L, 1",
        "mol/L, mmol/L, 1000",
        "mmol/L, umol/L, 1000",
        "nmol/mL, umol/L, 1",
        "ug/L, ng/L, 1000",
        "ng/mL, ng/L, 1000",
        "pg/mL, ng/L, 1",
        "ng/mL, ug/L, 1",
        "ug/dL, ug/L, 10",
        "g/dL, g/L, 10",
        "ukat/L, U/L, 60",
        "nkat/L, U/L, 0.06",
        "mmol/mol, mmol/mmol, 0.001",
        "umol/mmol, nmol/mmol, 1000",
        "umol/mol, nmol/mmol, 1",
        "pmol/L, nmol/L, 0.001",
        "ug/mg, mg/mg, 0.001"
    })
    void everyConversionIsExactForEveryDecimal(String from, String to, BigDecimal factor) {
        assertThat(Units.factor(from, to).orElseThrow()).isEqualByComparingTo(factor);
        SplittableRandom random = new SplittableRandom(20261101);
        for (int i = 0; i < 500; i++) {
            BigDecimal value = BigDecimal.valueOf(random.nextLong(1, 1_000_000), random.nextInt(0, 6));
            BigDecimal exact = value.multiply(factor);
            BigDecimal converted = Units.convert(value, from, to).orElseThrow();
            if (exact.stripTrailingZeros().precision() <= Units.DIGITS) {
                assertThat(converted).isEqualByComparingTo(exact);
            } else {
                assertThat(converted)
                        .isEqualByComparingTo(
                                exact.round(new MathContext(Units.DIGITS, java.math.RoundingMode.HALF_EVEN)));
            }
        }
    }

    /** The pitfall of the UCUM library: 1.5 mg/d must not become 63 ug/h. */
    @Test
    void aShortInputKeepsItsDigits() {
        assertThat(Units.convert(new BigDecimal("1.5"), "mg/d", "ug/h")).contains(new BigDecimal("62.5"));
        assertThat(Units.convert(new BigDecimal("44"), "[lb_av]", "kg")).contains(new BigDecimal("19.95806428"));
        assertThat(Units.convert(new BigDecimal("7"), "[lb_av]", "kg")).contains(new BigDecimal("3.17514659"));
    }

    /** What measures different things is refused, also where UCUM itself would agree. */
    @ParameterizedTest
    @CsvSource({
        "mg/mg, mmol/mmol",
        "meq/L, mmol/L",
        "mosm/L, mmol/L",
        "[iU]/L, U/L",
        "[iU], mg",
        "mg, kg/kg",
        "kg, cm",
        "mg/dL, mmol/L",
        "mg/kg, mg",
        "lb, kg",
        "kgs, kg",
        "Kg, kg",
        "10*3/uL, g/L",
        "mmol/L{x}, mmol/L",
        "%, 1",
        "mg(, mg",
        "'', mg",
        "/, mg"
    })
    void unlikeUnitsAreRefused(String from, String to) {
        assertThat(Units.convert(BigDecimal.ONE, from, to)).isEmpty();
    }

    /** Customary factors of clinical chemistry to the digits to which they are quoted. */
    @ParameterizedTest
    @CsvSource({
        "CALCIUM, mg/dL, 0.2495, 0.00005",
        "CALCIUM_IONISED, mg/dL, 0.2495, 0.00005",
        "PHOSPHATE, mg/dL, 0.3229, 0.0001",
        "MAGNESIUM, mg/dL, 0.4114, 0.0001",
        "CREATININE, mg/dL, 88.40, 0.01",
        "VITAMIN_D_25OH, ng/mL, 2.496, 0.0005",
        "VITAMIN_D_25OH, ug/L, 2.496, 0.0005",
        "PTH, pg/mL, 0.1061, 0.0001",
        "PTH, ng/L, 0.1061, 0.0001",
        "CTX, ng/mL, 1000, 0",
        "CTX, ug/L, 1000, 0",
        "CTX, pg/mL, 1, 0",
        "P1NP, ng/mL, 1, 0",
        "ALBUMIN, g/dL, 10, 0",
        "HAEMOGLOBIN, g/dL, 10, 0",
        "ALKALINE_PHOSPHATASE, [iU]/L, 1, 0",
        "ALKALINE_PHOSPHATASE, ukat/L, 60, 0",
        "URINE_CALCIUM_CREATININE, mg/mg, 2.8225, 0.0001",
        "URINE_CALCIUM_CREATININE, mg/g, 0.0028225, 0.0000001"
    })
    void massUnitsBecomeMolar(Analyte analyte, String unit, BigDecimal factor, BigDecimal tolerance) {
        BigDecimal one = LabUnits.toCanonical(analyte, BigDecimal.ONE, unit).orElseThrow();
        assertThat(one.subtract(factor).abs()).isLessThanOrEqualTo(tolerance);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 200; i++) {
            BigDecimal value = BigDecimal.valueOf(random.nextLong(1, 100_000), 2);
            BigDecimal expected = value.multiply(one, MathContext.DECIMAL128);
            BigDecimal found = LabUnits.toCanonical(analyte, value, unit).orElseThrow();
            assertThat(found.subtract(expected).abs()).isLessThanOrEqualTo(expected.multiply(new BigDecimal("2E-9")));
        }
    }

    /** 20 ng/mL of 25-hydroxyvitamin D is just under 50 nmol/L; the gate must see that, not a rounded 50. */
    @Test
    void vitaminDIsNotRoundedOverAThreshold() {
        BigDecimal converted = LabUnits.toCanonical(Analyte.VITAMIN_D_25OH, new BigDecimal("20"), "ng/mL")
                .orElseThrow();
        assertThat(converted).isEqualByComparingTo("49.92012780");
    }

    @Test
    void molarMassesHaveSources() {
        assertThat(SourceCheck.everyParameterHasASource(MolarMasses.DATA.all())).isEmpty();
    }
}
