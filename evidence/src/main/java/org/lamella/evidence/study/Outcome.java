package org.lamella.evidence.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One published figure.
 *
 * @param arm arm or comparison it belongs to; empty when the study has one group
 * @param measure what was measured, in the words of the tabulation
 * @param timeYears time since the start of treatment in years, or null when not stated
 * @param value the figure
 * @param unit unit as printed; empty when the figure carries none
 * @param spread spread between people or uncertainty of the mean, or null
 * @param confidence 95 % confidence interval, or null
 * @param p probability as printed; empty when none
 * @param participants number of people behind the figure, or null
 * @param remark derivation or remark; empty when none
 * @param source web address or addresses of the page that was read
 */
public record Outcome(
        String arm,
        String measure,
        @Nullable Double timeYears,
        Value value,
        String unit,
        @Nullable Spread spread,
        @Nullable Interval confidence,
        String p,
        @Nullable Integer participants,
        String remark,
        String source) {
    /**
     * Spread of a figure.
     *
     * @param kind what it is; a printed ± of unknown kind stays {@link Kind#UNLABELLED}
     * @param values one number, or the two ends of a range
     */
    public record Spread(Kind kind, List<Double> values) {
        /** Kind of spread. */
        public enum Kind {
            STANDARD_DEVIATION,
            STANDARD_ERROR,
            INTERQUARTILE_RANGE,
            RANGE,
            UNLABELLED
        }

        public Spread {
            values = List.copyOf(values);
        }
    }

    /** Two ends of an interval in the unit of the figure. */
    public record Interval(double low, double high) {
        public Interval {
            if (!(low <= high)) {
                throw new IllegalArgumentException(
                        "interval: found " + low + " to " + high + ", accepted is low to high");
            }
        }
    }

    public OptionalDouble time() {
        return timeYears == null ? OptionalDouble.empty() : OptionalDouble.of(timeYears);
    }

    public Optional<Spread> spreadIfAny() {
        return Optional.ofNullable(spread);
    }

    public Optional<Interval> confidenceIfAny() {
        return Optional.ofNullable(confidence);
    }

    public OptionalInt people() {
        return participants == null ? OptionalInt.empty() : OptionalInt.of(participants);
    }
}
