package org.lamella.trial.protocol;

import java.util.List;

/** A condition for entering a trial. A bound that is not set is infinite. */
public sealed interface Criterion {
    /** In words, for refusals and reports. */
    String inWords();

    /**
     * A quantity as measured at screening, error included: this is why a group picked for low values drifts back up.
     *
     * @param quantity what is measured
     * @param atLeast lower bound, included
     * @param atMost upper bound, included; above the lower one
     */
    record Measured(Quantity quantity, double atLeast, double atMost) implements Criterion {
        public Measured {
            if (!(atLeast < atMost)) {
                throw new IllegalArgumentException("criterion on " + quantity.label() + ": at least " + atLeast
                        + " and at most " + atMost + " leave nobody");
            }
        }

        @Override
        public String inWords() {
            return quantity.label() + range(atLeast, atMost) + " " + quantity.unit();
        }
    }

    /**
     * Fractures known to the clinic in a window before screening.
     *
     * @param atLeast fewest fractures
     * @param atMost most fractures
     * @param window length of the window, above 0 and at most two years, because no longer history is simulated
     */
    record FractureHistory(int atLeast, int atMost, StudyTime window) implements Criterion {
        /** Longest history that is simulated before enrolment. */
        public static final StudyTime LONGEST = new StudyTime(731);

        public FractureHistory {
            if (atLeast < 0 || atMost < atLeast) {
                throw new IllegalArgumentException(
                        "criterion on fractures: at least " + atLeast + " and at most " + atMost + " leave nobody");
            }
            if (window.days() < 1 || window.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "criterion on fractures: found a window of " + window + ", accepted is 1 day to 2 years");
            }
        }

        @Override
        public String inWords() {
            String most = atMost == Integer.MAX_VALUE ? "" : " and at most " + atMost;
            return "at least " + atLeast + most + " fractures in the last " + window;
        }
    }

    /**
     * Satisfied by any of several.
     *
     * @param parts at least two criteria
     */
    record AnyOf(List<Criterion> parts) implements Criterion {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public String inWords() {
            return "("
                    + String.join(" or ", parts.stream().map(Criterion::inWords).toList()) + ")";
        }
    }

    /**
     * Satisfied by all of several.
     *
     * @param parts at least two criteria
     */
    record AllOf(List<Criterion> parts) implements Criterion {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public String inWords() {
            return "("
                    + String.join(
                            " and ", parts.stream().map(Criterion::inWords).toList()) + ")";
        }
    }

    private static String range(double low, double high) {
        if (low == Double.NEGATIVE_INFINITY) {
            return " at most " + Entry.plain(high);
        }
        return high == Double.POSITIVE_INFINITY
                ? " at least " + Entry.plain(low)
                : " from " + Entry.plain(low) + " to " + Entry.plain(high);
    }
}
