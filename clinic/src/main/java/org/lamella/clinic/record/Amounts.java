package org.lamella.clinic.record;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Supplier;
import org.lamella.patient.Analyte;
import org.lamella.patient.measure.OutOfRangeException;

/** Turns a written amount into the one unit in which Lamella keeps it, with a note when that cannot be done. */
final class Amounts {
    /** Numbers with more digits or a larger exponent than any measurement has are refused before they are computed with. */
    private static final int MOST_DIGITS = 30;

    private final Notes notes;

    Amounts(Notes notes) {
        this.notes = notes;
    }

    /**
     * An amount as it stands in the record.
     *
     * @param at place of the number
     * @param value number
     * @param unit UCUM code
     */
    record Written(String at, BigDecimal value, String unit) {
        @Override
        public String toString() {
            return value + " " + unit;
        }
    }

    static boolean sane(BigDecimal value) {
        return value.precision() <= MOST_DIGITS && Math.abs(value.scale()) <= MOST_DIGITS;
    }

    /** The amount in {@code unit}. */
    Optional<BigDecimal> in(Written amount, String what, String unit, String accepted) {
        if (insane(amount, what)) {
            return Optional.empty();
        }
        Optional<BigDecimal> converted =
                Units.convert(amount.value(), amount.unit(), unit).map(v -> readable(v, amount.value()));
        if (converted.isEmpty()) {
            unknownUnit(amount, what, accepted);
        } else if (!amount.unit().equals(unit)) {
            notes.information(
                    Reason.CONVERTED,
                    amount.at(),
                    what + " " + amount,
                    "",
                    "Used as " + converted.get().toPlainString() + " " + unit + ".");
        }
        return converted;
    }

    /** A laboratory value in the unit of its analyte. */
    Optional<BigDecimal> lab(Written amount, Analyte analyte) {
        if (insane(amount, analyte.label())) {
            return Optional.empty();
        }
        Optional<BigDecimal> converted =
                LabUnits.toCanonical(analyte, amount.value(), amount.unit()).map(v -> readable(v, amount.value()));
        if (converted.isEmpty()) {
            unknownUnit(amount, analyte.label(), LabUnits.accepted(analyte));
        } else if (!amount.unit().equals(analyte.unit())) {
            notes.information(
                    Reason.CONVERTED,
                    amount.at(),
                    analyte.label() + " in " + amount.unit(),
                    "",
                    "Converted to " + analyte.unit() + ".");
        }
        return converted;
    }

    /** Six digits, or as many as were written: far finer than any measurement, and fit to be read on a dose sheet. */
    private static BigDecimal readable(BigDecimal converted, BigDecimal written) {
        return converted.round(new MathContext(Math.max(6, written.precision()), RoundingMode.HALF_EVEN));
    }

    /** Makes a value that checks itself; a refusal becomes a note. */
    <T> Optional<T> make(String at, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (OutOfRangeException e) {
            notes.leftOut(
                    Reason.OUT_OF_RANGE,
                    at,
                    e.quantity() + " " + e.given(),
                    e.accepted(),
                    "Check the number and its unit; grams, pounds and inches are converted when the unit code says so.");
        } catch (IllegalArgumentException e) {
            notes.leftOut(Reason.VALUE_UNREADABLE, at, String.valueOf(e.getMessage()), "", "");
        }
        return Optional.empty();
    }

    /** Notes a number that no unit makes usable; true when it was so. */
    boolean insane(Written amount, String what) {
        if (sane(amount.value())) {
            return false;
        }
        notes.leftOut(
                Reason.VALUE_UNREADABLE,
                amount.at(),
                what + " with " + amount.value().precision() + " digits and exponent "
                        + -(long) amount.value().scale(),
                "a decimal number of at most " + MOST_DIGITS + " digits",
                "");
        return true;
    }

    private void unknownUnit(Written amount, String what, String accepted) {
        notes.leftOut(
                Reason.UNKNOWN_UNIT,
                amount.at(),
                what + " " + amount.value() + " in " + Sentences.quote(amount.unit()),
                accepted,
                "Units are read as UCUM codes, which distinguish upper and lower case.");
    }
}
