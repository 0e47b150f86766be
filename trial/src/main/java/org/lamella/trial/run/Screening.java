package org.lamella.trial.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import org.lamella.bone.BoneModel;
import org.lamella.bone.Cohort;
import org.lamella.bone.FractureMode;
import org.lamella.bone.Schedule;
import org.lamella.bone.Siblings;
import org.lamella.patient.Regimen;
import org.lamella.patient.measure.Age;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.trial.population.Person;
import org.lamella.trial.protocol.Criterion;
import org.lamella.trial.protocol.Measurement;
import org.lamella.trial.protocol.ObservationDefaults;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Quantity;
import org.lamella.trial.protocol.Treatment;

/** Grows people from birth to screening and applies the criteria to what a clinic would see. */
final class Screening {
    /** Sets the life before the watched time apart from the trial: other fracture thresholds. */
    private static final long PAST = 0x6A09E667F3BCC908L;

    private final Protocol protocol;
    private final Timeline timeline;
    private final BoneModel model;
    private final KeyedRandom random;
    private final int replicate;
    private final MeasurementNoise noise;
    private final Adjudicator adjudicator;

    Screening(Protocol protocol, BoneModel model, KeyedRandom random, int replicate) {
        this.protocol = protocol;
        this.timeline = Timeline.of(protocol);
        this.model = model;
        this.random = random;
        this.replicate = replicate;
        this.noise = new MeasurementNoise(random, replicate);
        this.adjudicator = new Adjudicator(protocol.conduct().fractures(), random, replicate);
    }

    /**
     * Screens people.
     *
     * @param people who came when asked
     * @param until number after the last one who was asked
     */
    Screened screen(List<Person> people, long until) {
        List<Criterion> criteria = protocol.recruitment().criteria();
        if (people.isEmpty()) {
            return new Screened(until, List.of(), null, new int[0], new int[0], new int[0], new int[0]);
        }
        int[] start = new int[people.size()];
        int[] days = new int[people.size()];
        for (int i = 0; i < start.length; i++) {
            start[i] = people.get(i).ageDays() - timeline.enrolment();
            days[i] = start[i] + timeline.screening();
        }
        Cohort cohort = model.grown(
                siblings(people),
                start,
                treatedBefore(people, start, true),
                new FractureMode.Sampled(new KeyedRandom(random.studySeed() ^ PAST), replicate));
        cohort.fractures(new FractureMode.Sampled(random, replicate));
        FractureLog log = new FractureLog(start.length, 0, timeline.screening());
        if (timeline.screening() > 0) {
            cohort.advanceTo(timeline.screening(), treatedBefore(people, start, false), log);
        }
        List<Person> accepted = new ArrayList<>();
        List<Integer> lanes = new ArrayList<>();
        List<Integer> history = new ArrayList<>();
        int[] failures = new int[start.length];
        int[] known = new int[start.length];
        for (int i = 0; i < start.length; i++) {
            known[i] = known(log, i, people.get(i), timeline.screening());
            for (int c = 0; c < criteria.size(); c++) {
                failures[i] |= meets(criteria.get(c), cohort, i, people.get(i), log) ? 0 : 1 << c;
            }
            if (failures[i] == 0) {
                accepted.add(people.get(i));
                lanes.add(i);
                history.add(known[i]);
            }
        }
        int[] kept = lanes.stream().mapToInt(Integer::intValue).toArray();
        return new Screened(
                until,
                accepted,
                kept.length == 0 ? null : cohort.select(kept),
                history.stream().mapToInt(Integer::intValue).toArray(),
                failures,
                known,
                days);
    }

    /**
     * Advances accepted people from screening to enrolment, still without trial treatment.
     *
     * @return fractures of each of them in that time, on days counted from enrolment, so not above 0
     */
    List<List<TrialEvent>> runIn(Cohort cohort, List<Person> people) {
        if (timeline.enrolment() == timeline.screening()) {
            return Collections.nCopies(people.size(), List.of());
        }
        int[] start = people.stream()
                .mapToInt(p -> p.ageDays() - timeline.enrolment())
                .toArray();
        FractureLog log = new FractureLog(people.size(), timeline.screening(), timeline.enrolment());
        cohort.advanceTo(timeline.enrolment(), treatedBefore(people, start, false), log);
        List<List<TrialEvent>> all = new ArrayList<>(people.size());
        for (int i = 0; i < people.size(); i++) {
            long key = people.get(i).key();
            all.add(log.of(i).stream()
                    .map(f -> new TrialEvent(
                            f.clockDay() - timeline.enrolment(),
                            TrialEvent.Kind.RUN_IN_FRACTURE,
                            f.site(),
                            adjudicator.counts(f, key),
                            ""))
                    .toList());
        }
        return all;
    }

    private Siblings siblings(List<Person> people) {
        Person first = people.getFirst();
        Siblings.Builder builder = Siblings.builder(people.size(), first.sex(), first.traits());
        for (int i = 0; i < people.size(); i++) {
            Person person = people.get(i);
            builder.sex(i, person.sex()).traits(i, person.traits()).key(i, person.key());
        }
        return builder.build();
    }

    /**
     * Treatment before enrolment, either on days of age (before the clock starts) or on days of the clock.
     */
    private IntFunction<Schedule> treatedBefore(List<Person> people, int[] start, boolean byAge) {
        var before = protocol.recruitment().treatedBeforeIfAny();
        if (before.isEmpty()) {
            return lane -> Schedule.EMPTY;
        }
        double taken = protocol.conduct().adherence().mean();
        return lane -> {
            int age = people.get(lane).ageDays();
            int begin = age - before.get().duration().days();
            int from = byAge ? 0 : start[lane];
            int until = byAge ? start[lane] : age;
            int shift = byAge ? 0 : start[lane];
            Schedule.Builder builder = Schedule.builder();
            for (Treatment treatment : before.get().treatments()) {
                add(builder, treatment, begin, from, until, age, shift, taken);
            }
            return builder.build();
        };
    }

    private static void add(
            Schedule.Builder builder, Treatment t, int begin, int from, int until, int age, int shift, double taken) {
        int first = begin + t.from().days();
        int end = Math.min(age, t.untilIfAny().map(u -> begin + u.days()).orElse(age));
        if (t.daily()) {
            int a = Math.max(first, from);
            int b = Math.min(end, until);
            if (a < b) {
                builder.add(new Schedule.Course(a - shift, b - shift, t.drug(), amount(t, a), taken));
            }
            return;
        }
        for (int cycle = first; cycle < end; cycle += t.every().days()) {
            for (int d = cycle; d < cycle + t.daysPerCycle() && d < end; d++) {
                if (d >= from && d < until) {
                    builder.dose(d - shift, t.drug(), amount(t, d));
                }
            }
        }
    }

    private static Regimen.Amount amount(Treatment treatment, int ageDays) {
        return Dosing.amount(
                treatment.dose(),
                new Dosing.Body() {
                    @Override
                    public double ageYears() {
                        return ageDays / Age.DAYS_PER_YEAR;
                    }

                    @Override
                    public double kilograms() {
                        throw unsupported();
                    }

                    @Override
                    public double centimetres() {
                        throw unsupported();
                    }

                    private IllegalArgumentException unsupported() {
                        return new IllegalArgumentException(treatment.drug()
                                + " before enrolment: found a dose by body surface or more than two weight bands,"
                                + " accepted are doses in mg, mg/kg, two weight bands or bands of age");
                    }
                },
                0,
                1);
    }

    private boolean meets(Criterion criterion, Cohort cohort, int lane, Person person, FractureLog log) {
        return switch (criterion) {
            case Criterion.Measured(Quantity quantity, double atLeast, double atMost) -> {
                double value = screeningValue(quantity, cohort, lane, person);
                yield value >= atLeast && value <= atMost;
            }
            case Criterion.FractureHistory f -> {
                int known = known(log, lane, person, f.window().days());
                yield known >= f.atLeast() && known <= f.atMost();
            }
            case Criterion.AnyOf any -> any.parts().stream().anyMatch(p -> meets(p, cohort, lane, person, log));
            case Criterion.AllOf all -> all.parts().stream().allMatch(p -> meets(p, cohort, lane, person, log));
        };
    }

    private double screeningValue(Quantity quantity, Cohort cohort, int lane, Person person) {
        Measurement.Error error = protocol.measurements().stream()
                .filter(m -> m.quantity() == quantity)
                .map(Measurement::error)
                .findFirst()
                .orElseGet(() -> ObservationDefaults.error(quantity));
        double truth = cohort.read(ObservedQuantity.of(quantity), lane);
        // The day before the clock: with no run-in the first visit repeats the measurement with a new error.
        return noise.measured(truth, quantity, error, person.key(), timeline.end() + 1 + timeline.screening());
    }

    private int known(FractureLog log, int lane, Person person, int window) {
        int known = 0;
        for (FractureLog.TrueFracture fracture : log.of(lane)) {
            if (fracture.clockDay() > timeline.screening() - window && adjudicator.counts(fracture, person.key())) {
                known++;
            }
        }
        return known;
    }
}
