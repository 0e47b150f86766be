package org.lamella.evidence;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One number of the model with everything needed to trace it.
 *
 * @param id name within its set, such as {@code cells.resorption_rate}
 * @param value central value in {@code unit}, finite
 * @param unit UCUM-like unit; {@code 1} when dimensionless
 * @param status how the value is known
 * @param spread spread between people or prior uncertainty, or null when the value is fixed
 * @param source where the value comes from; never blank
 * @param note remark; says why when {@code status} is {@link Sourced.Status#ASSUMED}; may be empty otherwise
 */
public record Parameter(
        String id,
        double value,
        String unit,
        Status status,
        @Nullable Spread spread,
        String source,
        String note) implements Sourced {
    public Parameter {
        if (id.isBlank() || unit.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException(
                    "parameter '" + id + "': id, unit and source must not be blank (found unit '" + unit + "', source '"
                            + source + "'); write the unit 1 for a dimensionless number");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "parameter '" + id + "': found " + value + ", accepted is a finite number");
        }
        if (spread != null && spread.scale() == Spread.Scale.LOG && value <= 0) {
            throw new IllegalArgumentException(
                    "parameter '" + id + "': a spread on the log scale needs a value above 0, found " + value);
        }
    }

    public Optional<Spread> spreadIfAny() {
        return Optional.ofNullable(spread);
    }

    /** The same parameter with another value, for sensitivity analyses; the note tells that it was changed. */
    public Parameter withValue(double changed) {
        String remark = "changed from " + value + (note.isEmpty() ? "" : "; " + note);
        return new Parameter(id, changed, unit, status, spread, source, remark);
    }
}
