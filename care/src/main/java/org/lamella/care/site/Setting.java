package org.lamella.care.site;

/**
 * One value of a site configuration with its provenance.
 *
 * @param value the value that applies
 * @param origin who set it
 * @param source where it comes from; never blank
 * @param <T> type of the value
 */
public record Setting<T>(T value, Origin origin, String source) {

    /** Who set a value. */
    public enum Origin {
        PRODUCT_DEFAULT("Lamella's default"),
        SITE("set by the site");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public Setting {
        if (source.isBlank()) {
            throw new IllegalArgumentException("setting " + value + ": the source must not be blank");
        }
    }

    static <T> Setting<T> byDefault(T value, String source) {
        return new Setting<>(value, Origin.PRODUCT_DEFAULT, source);
    }

    static <T> Setting<T> bySite(T value, String source) {
        return new Setting<>(value, Origin.SITE, source);
    }

    /** Value and provenance in one phrase, such as {@code 50 (Lamella's default; LEEDS ...)}. */
    public String explained() {
        return value + " (" + origin.label() + "; " + source + ")";
    }
}
