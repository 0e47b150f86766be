package org.lamella.patient;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An examination that rules schedule, with its main figure when it has one.
 *
 * @param date day done
 * @param kind which examination
 * @param value main figure in {@link Kind#unit()}, or null when only the date is known
 */
public record Examination(
        LocalDate date, Kind kind, @Nullable BigDecimal value) {
    /** Examinations and the unit of their figure ({@code 1} when they have none). */
    public enum Kind {
        SPINE_RADIOGRAPH_LATERAL("lateral spine radiograph", "1"),
        COBB_ANGLE("Cobb angle", "deg"),
        SKULL_RADIOGRAPH_LATERAL("lateral skull radiograph", "1"),
        ROD_RADIOGRAPH("rod radiograph", "1"),
        LONG_BONE_BOW("bow of a long bone", "deg"),
        FEMUR_CANAL_DIAMETER("femoral canal diameter", "mm"),
        TIBIA_CANAL_DIAMETER("tibial canal diameter", "mm"),
        FEMUR_OUTER_DIAMETER("femoral outer diameter", "mm"),
        TIBIA_OUTER_DIAMETER("tibial outer diameter", "mm"),
        HEARING_TEST("hearing test", "1"),
        SPIROMETRY("spirometry", "1"),
        RENAL_ULTRASOUND("renal ultrasound", "1"),
        EYE_REVIEW("eye review", "1"),
        OUTCOME_SET_KEY4OI("Key4OI outcome set", "1");

        private final String label;
        private final String unit;

        Kind(String label, String unit) {
            this.label = label;
            this.unit = unit;
        }

        public String label() {
            return label;
        }

        public String unit() {
            return unit;
        }
    }
}
