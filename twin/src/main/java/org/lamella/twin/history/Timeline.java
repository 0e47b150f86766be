package org.lamella.twin.history;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Days of age of a person up to the day of the plan. */
record Timeline(LocalDate birth, LocalDate asOf) {
    Timeline {
        if (asOf.isBefore(birth)) {
            throw new IllegalArgumentException(
                    "day of the plan: found " + asOf + ", accepted is " + birth + " (birth) or later");
        }
    }

    int asOfDay() {
        return day(asOf);
    }

    int day(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(birth, date);
    }

    /** True from birth to the day of the plan. */
    boolean covers(LocalDate date) {
        return !date.isBefore(birth) && !date.isAfter(asOf);
    }

    /** True from birth to the day before the plan, for what must happen before the future begins. */
    boolean before(LocalDate date) {
        return !date.isBefore(birth) && date.isBefore(asOf);
    }
}
