package org.lamella.bone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.lamella.patient.Drug;
import org.lamella.patient.Regimen;

/**
 * Treatment and events of one person, on days of the cohort's clock ({@link Cohort#day()}). Everything takes effect at
 * the beginning of its day. Immutable; events are kept in order of day, then of insertion.
 */
public final class Schedule {
    public static final Schedule EMPTY = new Schedule(List.of());

    private static final int MOST_SPANS = 64;

    private final List<Event> events;
    private final List<Spanning> spans;
    private final int[] moments;
    private final List<List<Event>> atMoment;

    private Schedule(List<Event> sorted) {
        this.events = sorted;
        this.spans = sorted.stream()
                .filter(Spanning.class::isInstance)
                .map(Spanning.class::cast)
                .toList();
        if (spans.size() > MOST_SPANS) {
            throw new IllegalArgumentException("schedule: found " + spans.size()
                    + " courses, casts and trainings, accepted are up to " + MOST_SPANS + "; join adjacent ones");
        }
        moments = IntStream.concat(
                        sorted.stream().mapToInt(Event::day), spans.stream().mapToInt(Spanning::until))
                .sorted()
                .distinct()
                .toArray();
        atMoment = Arrays.stream(moments)
                .mapToObj(day -> sorted.stream().filter(e -> e.day() == day).toList())
                .toList();
    }

    public static Builder builder() {
        return new Builder();
    }

    public List<Event> events() {
        return events;
    }

    /** Courses, casts and trainings, in order of their first day. */
    List<Spanning> spans() {
        return spans;
    }

    /** First day not before {@code day} on which something happens, begins or ends; the largest integer if none. */
    int momentFrom(int day) {
        int found = Arrays.binarySearch(moments, day);
        int index = found >= 0 ? found : -found - 1;
        return index < moments.length ? moments[index] : Integer.MAX_VALUE;
    }

    /** Events that begin on a day. */
    List<Event> on(int day) {
        int found = Arrays.binarySearch(moments, day);
        return found < 0 ? List.of() : atMoment.get(found);
    }

    /** Something that happens. */
    public sealed interface Event {
        /** First day on the cohort's clock. */
        int day();
    }

    /** Something that lasts from {@link #day()} to the day before {@link #until()}. */
    public sealed interface Spanning extends Event {
        int until();
    }

    /**
     * One administration.
     *
     * @param day day
     * @param drug what
     * @param amount how much, by the weight of that day
     */
    public record Dose(int day, Drug drug, Regimen.Amount amount) implements Event {}

    /**
     * A drug given every day.
     *
     * @param day first day
     * @param until first day without
     * @param drug what
     * @param amount how much each day, by the weight of the day
     * @param adherence fraction taken, 0 to 1
     */
    public record Course(int day, int until, Drug drug, Regimen.Amount amount, double adherence) implements Spanning {
        public Course {
            span("course of " + drug, day, until);
            if (!(adherence >= 0 && adherence <= 1)) {
                throw new IllegalArgumentException(
                        "course of " + drug + ": adherence found " + adherence + ", accepted is 0 to 1");
            }
        }
    }

    /**
     * A cast or spica.
     *
     * @param day first day
     * @param until first day without
     * @param site unloaded limb; for the vertebra, bed rest
     */
    public record Cast(int day, int until, FractureSite site) implements Spanning {
        public Cast {
            span("cast", day, until);
        }
    }

    /**
     * Physiotherapy or vibration: more load on the skeleton.
     *
     * @param day first day
     * @param until first day without
     * @param loadGain relative gain of muscle force, such as 0.05
     */
    public record Training(int day, int until, double loadGain) implements Spanning {
        public Training {
            span("training", day, until);
            if (!(loadGain >= -0.9 && loadGain <= 1)) {
                throw new IllegalArgumentException("training: gain found " + loadGain + ", accepted is -0.9 to 1");
            }
        }
    }

    /**
     * A fracture that happened.
     *
     * @param day day
     * @param site where
     */
    public record Fracture(int day, FractureSite site) implements Event {}

    /**
     * An osteotomy; it straightens the bone and heals like a fracture.
     *
     * @param day day
     * @param site where
     */
    public record Osteotomy(int day, FractureSite site) implements Event {}

    /**
     * A rod is put in.
     *
     * @param day day
     * @param site where
     * @param telescopic true when it grows with the bone
     */
    public record RodInserted(int day, FractureSite site, boolean telescopic) implements Event {}

    /**
     * A rod is taken out.
     *
     * @param day day
     * @param site where
     */
    public record RodRemoved(int day, FractureSite site) implements Event {}

    private static void span(String what, int day, int until) {
        if (until <= day) {
            throw new IllegalArgumentException(what + ": found first day " + day + " and end " + until
                    + ", accepted is an end after the first day");
        }
    }

    /** Collects events in any order; not thread-safe. */
    public static final class Builder {
        private final List<Event> events = new ArrayList<>();

        private Builder() {}

        public Builder add(Event event) {
            events.add(event);
            return this;
        }

        public Builder addAll(Schedule other) {
            events.addAll(other.events);
            return this;
        }

        public Builder dose(int day, Drug drug, Regimen.Amount amount) {
            return add(new Dose(day, drug, amount));
        }

        public Builder daily(int day, int until, Drug drug, Regimen.Amount amount) {
            return add(new Course(day, until, drug, amount, 1));
        }

        public Builder fracture(int day, FractureSite site) {
            return add(new Fracture(day, site));
        }

        public Builder cast(int day, int until, FractureSite site) {
            return add(new Cast(day, until, site));
        }

        /**
         * Adds the doses and courses of a regimen that fall on days {@code start} to {@code end - 1}.
         *
         * @param start day on which the regimen's own clock begins
         * @param end first day without treatment
         * @param regimen what is given
         */
        public Builder regimen(int start, int end, Regimen regimen) {
            switch (regimen) {
                case Regimen.NoDrug none -> {}
                case Regimen.Repeated r -> repeated(start, end, r);
                case Regimen.Daily d -> {
                    int from = start + d.firstDelayDays();
                    int until = d.days() == 0 ? end : Math.min(end, from + d.days());
                    if (until > from) {
                        daily(from, until, d.drug(), d.amount());
                    }
                }
                case Regimen.Combined c -> c.parts().forEach(part -> regimen(start, end, part));
            }
            return this;
        }

        private void repeated(int start, int end, Regimen.Repeated r) {
            int cycle = start + r.firstDelayDays();
            for (int i = 0; (r.cycles() == 0 || i < r.cycles()) && cycle < end; i++, cycle += r.everyDays()) {
                for (int d = 0; d < r.daysPerCycle() && cycle + d < end; d++) {
                    dose(cycle + d, r.drug(), r.amount());
                }
            }
        }

        public Schedule build() {
            List<Event> sorted = new ArrayList<>(events);
            sorted.sort(Comparator.comparingInt(Event::day));
            return new Schedule(List.copyOf(sorted));
        }
    }
}
