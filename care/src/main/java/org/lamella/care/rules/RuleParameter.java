package org.lamella.care.rules;

import java.math.BigDecimal;
import org.lamella.evidence.Citation;

/**
 * A figure that a rule compares with.
 *
 * @param name stable name inside the rule
 * @param value exact decimal
 * @param unit UCUM unit, {@code 1} for counts
 * @param source where the figure was read
 * @param status how it is backed
 * @param note what a reader should know, or an empty text
 */
public record RuleParameter(String name, BigDecimal value, String unit, Citation source, Status status, String note) {

    /** How a figure is backed. */
    public enum Status {
        /** In the text that was read. */
        STATED,
        /** Our reading of a text, or an engineering default. */
        ASSUMED,
        /** Quoted without a text; not used until a site confirms it. */
        UNCONFIRMED
    }

    public RuleParameter {
        if (name.isBlank() || unit.isBlank()) {
            throw new IllegalArgumentException("rule parameter '" + name + "': needs a name and a unit");
        }
    }

    /** Value and unit as read in a sentence. */
    public String text() {
        return value.toPlainString() + (unit.equals("1") ? "" : " " + Units.spoken(unit));
    }
}
