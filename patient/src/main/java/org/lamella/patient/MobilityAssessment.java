package org.lamella.patient;

import java.time.LocalDate;

/**
 * Mobility on a day.
 *
 * @param date day of assessment
 * @param grade functional level
 */
public record MobilityAssessment(LocalDate date, Grade grade) {
    /** Functional level, after the modified Bleck scale in ascending order of independence. */
    public enum Grade {
        NON_WALKER("does not walk"),
        THERAPY_WALKER("walks in therapy only"),
        HOUSEHOLD_WALKER("walks at home"),
        NEIGHBOURHOOD_WALKER("walks in the neighbourhood"),
        COMMUNITY_WALKER("walks in the community"),
        PRE_WALKING_INFANT("not yet of walking age");

        private final String label;

        Grade(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
