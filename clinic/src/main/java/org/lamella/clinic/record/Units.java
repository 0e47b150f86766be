package org.lamella.clinic.record;

import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.Pair;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;

/**
 * Conversion between UCUM units with exact factors.
 *
 * <p>The UCUM library rounds a converted value to the digits of its input (1.5 mg/d becomes 63 ug/h). So it is asked
 * only for the factor of a unit, written with forty digits; the multiplication is ours, in decimals. A value that had
 * to be converted keeps {@value #DIGITS} significant digits, an unconverted one all of its own.
 */
final class Units {
    /** Significant digits kept after a conversion. */
    static final int DIGITS = 10;

    private static final MathContext KEPT = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
    /** Definitions of units have far fewer digits; what follows is the library's rounding of 1/60 and the like. */
    private static final MathContext FACTOR = new MathContext(20, RoundingMode.HALF_EVEN);

    private static final int FACTOR_DIGITS = 40;
    private static final Map<String, Optional<BigDecimal>> FACTORS = new ConcurrentHashMap<>();

    private Units() {}

    private static final class Essence {
        private static final UcumEssenceService SERVICE = load();

        private static UcumEssenceService load() {
            try (InputStream in = UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
                return new UcumEssenceService(in);
            } catch (java.io.IOException | UcumException e) {
                throw new IllegalStateException("the UCUM tables on the class path cannot be read", e);
            }
        }
    }

    /** Converts a value; empty when the units are not known here or do not measure the same thing. */
    static Optional<BigDecimal> convert(BigDecimal value, String from, String to) {
        if (from.equals(to)) {
            return Optional.of(plain(value));
        }
        return factor(from, to).map(f -> plain(value.multiply(f).round(KEPT)));
    }

    /** Value in {@code to} of one {@code from}. */
    static Optional<BigDecimal> factor(String from, String to) {
        // Only what could be a unit is remembered, so that odd records cannot fill the memory.
        return from.length() > UcumUnit.LONGEST || to.length() > UcumUnit.LONGEST
                ? Optional.empty()
                : FACTORS.computeIfAbsent(from + " " + to, both -> computeFactor(from, to));
    }

    private static Optional<BigDecimal> computeFactor(String from, String to) {
        Optional<UcumUnit> source = UcumUnit.parse(from);
        Optional<UcumUnit> target = UcumUnit.parse(to);
        if (source.isEmpty() || target.isEmpty() || !source.get().likeIn(target.get())) {
            return Optional.empty();
        }
        try {
            Pair one = canonical(from);
            Pair other = canonical(to);
            if (!one.getCode().equals(other.getCode())) {
                return Optional.empty();
            }
            return Optional.of(new BigDecimal(one.getValue().asDecimal())
                    .divide(new BigDecimal(other.getValue().asDecimal()), MathContext.DECIMAL128)
                    .round(FACTOR)
                    .stripTrailingZeros());
        } catch (UcumException e) {
            return Optional.empty();
        }
    }

    private static synchronized Pair canonical(String unit) throws UcumException {
        return Essence.SERVICE.getCanonicalForm(new Pair(new Decimal("1", FACTOR_DIGITS), unit));
    }

    /** The same number without trailing zeros and without an exponent. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
