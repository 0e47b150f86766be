package org.lamella.care.spine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lamella.patient.Examination;
import org.lamella.patient.Patient;

/**
 * Cobb angles of one person, one a day (the largest, when a film shows several curves), oldest first.
 *
 * @param readings ascending by date
 */
public record CobbSeries(List<Reading> readings) {
    private static final double DAYS_PER_YEAR = 365.25;

    /**
     * One reading.
     *
     * @param date day of the film
     * @param degrees Cobb angle, 0 to 180 degrees
     */
    public record Reading(LocalDate date, double degrees) {
        public Reading {
            if (!(degrees >= 0 && degrees <= 180)) {
                throw new IllegalArgumentException(
                        "Cobb angle of " + date + ": found " + degrees + " degrees, accepted is 0 to 180");
            }
        }
    }

    public CobbSeries {
        readings = List.copyOf(readings);
    }

    /** Readings of a record on or before a day. */
    static CobbSeries of(Patient patient, LocalDate asOf) {
        Map<LocalDate, Double> largest = new TreeMap<>();
        for (Examination e : patient.examinations()) {
            if (e.kind() == Examination.Kind.COBB_ANGLE
                    && e.value() != null
                    && !e.date().isAfter(asOf)) {
                largest.merge(e.date(), e.value().doubleValue(), Math::max);
            }
        }
        List<Reading> readings = new ArrayList<>();
        largest.forEach((date, degrees) -> readings.add(new Reading(date, degrees)));
        return new CobbSeries(readings);
    }

    boolean isEmpty() {
        return readings.isEmpty();
    }

    Reading last() {
        return readings.getLast();
    }

    /** The readings of the last years before the newest one. */
    CobbSeries recent(double years) {
        LocalDate from = last().date().minusDays(Math.round(years * DAYS_PER_YEAR));
        return new CobbSeries(
                readings.stream().filter(r -> !r.date().isBefore(from)).toList());
    }

    /** Days between the first and the last reading. */
    long spanDays() {
        return ChronoUnit.DAYS.between(readings.getFirst().date(), last().date());
    }

    /** Years of each reading before the last one, 0 for the last. */
    double yearsBeforeLast(Reading reading) {
        return ChronoUnit.DAYS.between(reading.date(), last().date()) / DAYS_PER_YEAR;
    }
}
