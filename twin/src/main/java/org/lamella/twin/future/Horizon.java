package org.lamella.twin.future;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.lamella.patient.measure.Age;

/**
 * Times of a forecast.
 *
 * @param years ascending, beginning with 0 and ending with the horizon
 */
public record Horizon(List<Double> years) {
    private static final double[] FIRST_YEARS = {0, 0.25, 0.5, 1, 1.5, 2, 3, 4, 5};

    public Horizon {
        years = List.copyOf(years);
    }

    /** Dense in the first two years, then yearly. */
    public static Horizon of(int horizonYears) {
        DoubleStream first = DoubleStream.of(FIRST_YEARS).filter(t -> t <= horizonYears);
        DoubleStream later = IntStream.rangeClosed(6, horizonYears).asDoubleStream();
        return new Horizon(DoubleStream.concat(first, later).boxed().toList());
    }

    /** Number of times. */
    public int count() {
        return years.size();
    }

    /** Days from the day of the plan. */
    public int day(int time) {
        return (int) Math.round(years.get(time) * Age.DAYS_PER_YEAR);
    }

    /** Days to the end. */
    public int lastDay() {
        return day(count() - 1);
    }

    /** Indices of 1 year, 2 years and the horizon. */
    public List<Integer> outlooks() {
        return IntStream.range(0, count())
                .filter(i -> years.get(i) == 1 || years.get(i) == 2 || i == count() - 1)
                .boxed()
                .toList();
    }
}
