package org.lamella.patient;

import java.time.LocalDate;

/**
 * An entry that was recorded but cannot be used: two different values on a day, no unit, an impossible figure. It is
 * kept because an older entry must not be taken for the latest one: whoever needs the value has to ask for it.
 *
 * @param date day of the entry
 * @param subject what the entry was about
 * @param reason why it cannot be used, such as {@code two different values on the same day}
 */
public record UnusableEntry(LocalDate date, Subject subject, String reason) {

    /** What an entry is about. */
    public sealed interface Subject permits Measure, Laboratory, Statement {
        String label();
    }

    /** Measurements and statements of which there is one kind. */
    public enum Measure implements Subject {
        WEIGHT("body weight"),
        HEIGHT("height"),
        PREGNANCY("pregnancy status"),
        /** A dose or course of a drug for bone whose day, drug or amount cannot be read. */
        TREATMENT("treatment with a drug for bone");

        private final String label;

        Measure(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /**
     * A laboratory result.
     *
     * @param analyte what was measured
     */
    public record Laboratory(Analyte analyte) implements Subject {
        @Override
        public String label() {
            return analyte.label();
        }
    }

    /**
     * A yes-or-no fact.
     *
     * @param kind which fact
     */
    public record Statement(Finding.Kind kind) implements Subject {
        @Override
        public String label() {
            return kind.label();
        }
    }

    public UnusableEntry {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("unusable entry of " + date + ": a reason is needed");
        }
    }

    /** The entry in words, for a sentence that asks for a usable one. */
    public String said() {
        return "the entry of " + date + " cannot be used: " + reason;
    }
}
