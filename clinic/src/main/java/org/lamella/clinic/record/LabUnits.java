package org.lamella.clinic.record;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.lamella.patient.Analyte;

/** Laboratory values in the one unit of their analyte, from molar or mass units. */
final class LabUnits {
    private static final MathContext KEPT = new MathContext(Units.DIGITS, RoundingMode.HALF_EVEN);

    private LabUnits() {}

    /** The value in {@link Analyte#unit()}, or empty when the unit does not fit the analyte. */
    static Optional<BigDecimal> toCanonical(Analyte analyte, BigDecimal value, String unit) {
        // For an enzyme the international unit is the enzyme unit U (1 umol/min); UCUM keeps the two apart.
        String read = analyte == Analyte.ALKALINE_PHOSPHATASE ? unit.replaceAll("\\[(iU|IU)\\]", "U") : unit;
        Optional<BigDecimal> direct = Units.convert(value, read, analyte.unit());
        return direct.isPresent() ? direct : throughMolarMass(analyte, value, read);
    }

    /** Accepted units, for messages. */
    static String accepted(Analyte analyte) {
        return switch (analyte) {
            case URINE_CALCIUM_CREATININE -> "mmol/mmol or mg/mg (UCUM)";
            case VITAMIN_D_25OH -> "nmol/L or ng/mL (UCUM)";
            case PTH -> "pmol/L or pg/mL (UCUM)";
            case ALKALINE_PHOSPHATASE -> "U/L or ukat/L (UCUM)";
            default ->
                MolarMasses.of(analyte).isPresent()
                        ? analyte.unit() + " or mg/dL (UCUM)"
                        : analyte.unit() + " or another UCUM unit of the same kind";
        };
    }

    private static Optional<BigDecimal> throughMolarMass(Analyte analyte, BigDecimal value, String unit) {
        Optional<BigDecimal> mass = MolarMasses.of(analyte);
        if (mass.isEmpty()) {
            return Optional.empty();
        }
        if (analyte == Analyte.URINE_CALCIUM_CREATININE) {
            return massRatio(value, unit).map(ratio -> kept(ratio.multiply(MolarMasses.creatinine()), mass.get()));
        }
        // g/L divided by g/mol is mol/L; the factor to the unit of the analyte is a power of ten.
        return Units.factor(unit, "g/L")
                .flatMap(toGrams -> Units.factor("mol/L", analyte.unit())
                        .map(fromMoles -> kept(value.multiply(toGrams).multiply(fromMoles), mass.get())));
    }

    private static Optional<BigDecimal> massRatio(BigDecimal value, String unit) {
        boolean massOverMass = unit.matches("[mun]?g/[mun]?g");
        return massOverMass ? Units.factor(unit, "g/g").map(value::multiply) : Optional.empty();
    }

    private static BigDecimal kept(BigDecimal dividend, BigDecimal divisor) {
        return Units.plain(dividend.divide(divisor, KEPT));
    }
}
