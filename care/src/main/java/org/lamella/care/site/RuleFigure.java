package org.lamella.care.site;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A figure of a care rule that a site sets in place of the one in the rule file, or that only a site can supply.
 *
 * @param name rule and figure, such as {@code IM-05.first_age}; one of {@link #accepted()}
 * @param value in the unit that {@link #accepted()} names for it
 * @param source where the site has it from
 */
public record RuleFigure(String name, BigDecimal value, String source) {

    /**
     * What a site may set.
     *
     * @param name rule and figure
     * @param unit UCUM unit
     * @param least smallest accepted value
     * @param most largest accepted value: an age limit may be loosened no further
     */
    public record Accepted(String name, String unit, BigDecimal least, BigDecimal most) {
        private Accepted(String name, String unit, int least, int most) {
            this(name, unit, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        }

        /** The range in words. */
        public String range() {
            return least.toPlainString() + " to " + most.toPlainString() + " " + unit;
        }
    }

    private static final List<Accepted> ACCEPTED = List.of(
            new Accepted("DEN-02.first_age", "mo", 0, 36),
            new Accepted("DX-03.z_max_age", "d", 0, 730),
            new Accepted("DX-03.z_max_age_adult", "d", 0, 1825),
            new Accepted("IM-05.first_age", "mo", 0, 120),
            new Accepted("IM-07.precision_error", "%", 0, 20),
            new Accepted("IND-01.site_fractures_per_year", "1/a", 1, 20),
            new Accepted("MON-03.precision_error", "%", 0, 20),
            new Accepted("ORT-02.canal_max_age", "d", 0, 730),
            new Accepted("OUT-01.first_age", "mo", 0, 120),
            new Accepted("PA-01.pain_max_age", "d", 0, 365),
            new Accepted("SP-03.cobb_max_age", "d", 0, 1095),
            new Accepted("VD-05.cover_days", "d", 0, 60));

    public RuleFigure {
        if (source.isBlank()) {
            throw new IllegalArgumentException("rule figure " + name + ": the source must not be blank");
        }
    }

    /** Figures that a site may set, by name. */
    public static List<Accepted> accepted() {
        return ACCEPTED;
    }

    /** What is accepted for a name, if a site may set it. */
    public static Optional<Accepted> accepted(String name) {
        return ACCEPTED.stream().filter(a -> a.name().equals(name)).findFirst();
    }
}
