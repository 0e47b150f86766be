package org.lamella.trial.protocol;

import java.util.List;

/**
 * What is measured, when, and how well.
 *
 * @param quantity what
 * @param visits times of measurement, each one a visit; the first is at enrolment
 * @param error error of one measurement
 */
public record Measurement(Quantity quantity, List<StudyTime> visits, Error error) {
    public Measurement {
        visits = List.copyOf(visits);
    }

    /**
     * Error of one measurement.
     *
     * @param kind relative or absolute
     * @param sd coefficient of variation (as a fraction) or standard deviation in the unit of the quantity, 0 or more
     */
    public record Error(Kind kind, double sd) {
        public Error {
            if (!(sd >= 0 && sd < 100)) {
                throw new IllegalArgumentException("measurement error: found " + sd + ", accepted is 0 to 100");
            }
        }

        /** Scale of the error. */
        public enum Kind {
            /** The logarithm is off by a normal amount. */
            RELATIVE,
            /** The value is off by a normal amount. */
            ABSOLUTE
        }
    }
}
