package org.lamella.evidence.drug;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.measure.Kilograms;

/**
 * A range of body weight in kilograms; each end may be open.
 *
 * @param lower lower end, or null when there is none
 * @param lowerIncluded whether the lower end itself belongs to the range
 * @param upper upper end, or null when there is none
 * @param upperIncluded whether the upper end itself belongs to the range
 */
public record WeightRange(
        @Nullable BigDecimal lower,
        boolean lowerIncluded,
        @Nullable BigDecimal upper,
        boolean upperIncluded) {

    /** Every weight. */
    public static final WeightRange ANY = new WeightRange(null, true, null, true);

    /** Whether a weight lies in the range. */
    public boolean holds(Kilograms weight) {
        return aboveLower(weight.value()) && belowUpper(weight.value());
    }

    private boolean aboveLower(BigDecimal weight) {
        if (lower == null) {
            return true;
        }
        int order = weight.compareTo(lower);
        return lowerIncluded ? order >= 0 : order > 0;
    }

    private boolean belowUpper(BigDecimal weight) {
        if (upper == null) {
            return true;
        }
        int order = weight.compareTo(upper);
        return upperIncluded ? order <= 0 : order < 0;
    }
}
