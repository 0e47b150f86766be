package org.lamella.trial.protocol;

import java.util.List;

/**
 * What happens to a patient's treatment when something is found at a visit: titration, switch, stop or rescue.
 *
 * @param name name in the event table
 * @param when what must be found
 * @param then what follows
 * @param onceOnly true when the rule acts at most once in each patient
 */
public record Rule(String name, When when, Then then, boolean onceOnly) {
    /** What must be found. */
    public sealed interface When {
        /**
         * A measured quantity within bounds at a visit from some time on.
         *
         * @param quantity what is measured; it must be measured at some visit
         * @param atLeast lower bound, included
         * @param atMost upper bound, included
         * @param notBefore earliest visit that counts
         */
        record MeasuredWithin(Quantity quantity, double atLeast, double atMost, StudyTime notBefore) implements When {}

        /**
         * Confirmed fractures since enrolment or in a window before the visit.
         *
         * @param atLeast fewest fractures, above 0
         * @param window window before the visit
         */
        record FracturesAtLeast(int atLeast, StudyTime window) implements When {}

        /**
         * An age that is reached.
         *
         * @param years age in years
         */
        record AgeReached(double years) implements When {}
    }

    /** What follows. */
    public sealed interface Then {
        /** Treatment ends; the patient stays in the trial. */
        record Stop() implements Then {}

        /**
         * The doses that follow are multiplied.
         *
         * @param factor 0.1 to 4
         */
        record ScaleDose(double factor) implements Then {}

        /**
         * The doses that follow come at another rhythm.
         *
         * @param every new interval
         */
        record ChangeInterval(StudyTime every) implements Then {}

        /**
         * Other treatments replace the present ones.
         *
         * @param treatments times counted from the visit
         */
        record Switch(List<Treatment> treatments) implements Then {
            public Switch {
                treatments = List.copyOf(treatments);
            }
        }
    }
}
