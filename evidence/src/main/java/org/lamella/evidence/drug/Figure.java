package org.lamella.evidence.drug;

import java.math.BigDecimal;
import java.util.List;
import org.lamella.evidence.Citation;
import org.lamella.evidence.VerificationLevel;

/**
 * One exact number of a drug file with everything needed to trace it.
 *
 * @param value exact decimal in {@code unit}
 * @param unit UCUM-like unit such as {@code mg/kg} or {@code mo}
 * @param level how well it is backed
 * @param sources where it was read; never empty
 * @param note remark, may be empty
 */
public record Figure(BigDecimal value, String unit, VerificationLevel level, List<Citation> sources, String note) {

    public Figure {
        sources = List.copyOf(sources);
        if (unit.isBlank() || sources.isEmpty()) {
            throw new IllegalArgumentException("figure " + value + ": unit and at least one source are needed");
        }
        if (value.signum() < 0) {
            throw new IllegalArgumentException("figure " + value + " " + unit + ": accepted is 0 or more");
        }
    }

    /** True when no source text was seen, so that a site has to confirm it before it can lead to a dose. */
    public boolean unconfirmed() {
        return level == VerificationLevel.U;
    }

    /** Value with unit as printed in a worked line. */
    public String text() {
        return plain() + (unit.equals("1") ? "" : " " + unit);
    }

    /** The number alone, without trailing zeros. */
    public String plain() {
        return value.stripTrailingZeros().toPlainString();
    }
}
