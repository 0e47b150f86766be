package org.lamella.trial.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.lamella.bone.Cohort;
import org.lamella.bone.Observable;
import org.lamella.bone.Schedule;
import org.lamella.patient.measure.Age;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;
import org.lamella.trial.population.Person;
import org.lamella.trial.protocol.Arm;
import org.lamella.trial.protocol.Conduct;
import org.lamella.trial.protocol.Measurement;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Rule;
import org.lamella.trial.protocol.StudyTime;

/** Follows enrolled patients from visit to visit. */
final class FollowUp {
    private final Protocol protocol;
    private final Timeline timeline;
    private final KeyedRandom random;
    private final int replicate;
    private final MeasurementNoise noise;
    private final Adjudicator adjudicator;

    FollowUp(Protocol protocol, KeyedRandom random, int replicate) {
        this.protocol = protocol;
        this.timeline = Timeline.of(protocol);
        this.random = random;
        this.replicate = replicate;
        this.noise = new MeasurementNoise(random, replicate);
        this.adjudicator = new Adjudicator(protocol.conduct().fractures(), random, replicate);
    }

    /** One enrolled patient in one arm. */
    record Enrolled(Person person, int number, int arm, double severity, int history) {}

    /** What one lane has come to. */
    private final class Lane implements Dosing.Body {
        final Enrolled enrolled;
        final Arm arm;
        final PatientTreatment treatment;
        final double[][] measured;
        final double[][] truth;
        final List<TrialEvent> events = new ArrayList<>();
        final List<Integer> falseFractures;
        final boolean[] ruleUsed;
        Schedule schedule = Schedule.EMPTY;
        boolean treatmentChanged = true;
        int fracturesRead;
        int leaves;
        double kilograms;
        double centimetres;
        double ageYears;

        Lane(Enrolled enrolled) {
            this.enrolled = enrolled;
            this.arm = protocol.arms().get(enrolled.arm());
            long key = enrolled.person().key();
            this.treatment =
                    new PatientTreatment(arm.treatments(), protocol.conduct().adherence(), random, replicate, key);
            this.ruleUsed = new boolean[arm.rules().size()];
            this.measured = table();
            this.truth = table();
            Conduct.DropOut dropOut = protocol.conduct().dropOut();
            double years = dropOut.perYear() == 0
                    ? Double.POSITIVE_INFINITY
                    : random.exponential(key, replicate, Process.DROPOUT, 0) / dropOut.perYear();
            this.leaves = years * Age.DAYS_PER_YEAR > duration()
                    ? Integer.MAX_VALUE
                    : Math.max(1, (int) Math.ceil(years * Age.DAYS_PER_YEAR));
            this.falseFractures = adjudicator.falseFractures(key, duration());
        }

        private double[][] table() {
            double[][] table = new double[protocol.measurements().size()][];
            for (int m = 0; m < table.length; m++) {
                table[m] = new double[protocol.measurements().get(m).visits().size()];
                Arrays.fill(table[m], Double.NaN);
            }
            return table;
        }

        /** Keeps the schedule as it is unless something changed: an unchanged one leaves the course of the lane alone. */
        void renewSchedule(int day) {
            if (day < leaves && (treatmentChanged || treatment.followsBody())) {
                schedule = treatment.schedule(day, duration(), timeline.enrolment(), this);
                treatmentChanged = false;
            }
        }

        @Override
        public double ageYears() {
            return ageYears;
        }

        @Override
        public double kilograms() {
            return kilograms;
        }

        @Override
        public double centimetres() {
            return centimetres;
        }
    }

    private int duration() {
        return protocol.duration().days();
    }

    /** Runs all visits; the cohort must stand at enrolment, one lane per patient, in order. */
    List<PatientOutcome> run(Cohort cohort, List<Enrolled> enrolled) {
        List<Lane> lanes = new ArrayList<>(enrolled.size());
        for (Enrolled one : enrolled) {
            lanes.add(new Lane(one));
        }
        FractureLog log = new FractureLog(lanes.size(), timeline.end());
        List<StudyTime> visits = protocol.visits();
        for (int v = 0; v < visits.size(); v++) {
            int day = visits.get(v).days();
            for (int i = 0; i < lanes.size(); i++) {
                visit(cohort, i, lanes.get(i), log, day);
            }
            if (v + 1 < visits.size()) {
                int next = visits.get(v + 1).days();
                for (Lane lane : lanes) {
                    lane.renewSchedule(day);
                }
                cohort.advanceTo(timeline.enrolment() + next, i -> lanes.get(i).schedule, log);
            }
        }
        List<PatientOutcome> outcomes = new ArrayList<>(lanes.size());
        for (int i = 0; i < lanes.size(); i++) {
            outcomes.add(outcome(lanes.get(i)));
        }
        return outcomes;
    }

    private void visit(Cohort cohort, int i, Lane lane, FractureLog log, int day) {
        takeFractures(lane, log.of(i), day);
        if (day >= lane.leaves) {
            return;
        }
        lane.kilograms = cohort.read(Observable.WEIGHT, i);
        lane.centimetres = cohort.read(Observable.HEIGHT, i);
        lane.ageYears = cohort.ageDays(i) / Age.DAYS_PER_YEAR;
        for (int m = 0; m < protocol.measurements().size(); m++) {
            Measurement measurement = protocol.measurements().get(m);
            int column = measurement.visits().indexOf(new StudyTime(day));
            if (column >= 0) {
                double truth = cohort.read(ObservedQuantity.of(measurement.quantity()), i);
                lane.truth[m][column] = truth;
                lane.measured[m][column] = noise.measured(
                        truth,
                        measurement.quantity(),
                        measurement.error(),
                        lane.enrolled.person().key(),
                        timeline.enrolment() + day);
            }
        }
        applyRules(lane, day);
    }

    /** Enters the fractures since the last visit, and leaving early because of one. */
    private void takeFractures(Lane lane, List<FractureLog.TrueFracture> all, int day) {
        long key = lane.enrolled.person().key();
        double hazard = protocol.conduct().dropOut().perYearAfterFracture();
        for (; lane.fracturesRead < all.size(); lane.fracturesRead++) {
            FractureLog.TrueFracture fracture = all.get(lane.fracturesRead);
            int on = fracture.clockDay() - timeline.enrolment();
            boolean counted = adjudicator.counts(fracture, key);
            lane.events.add(new TrialEvent(on, TrialEvent.Kind.FRACTURE, fracture.site(), counted, ""));
            if (counted && hazard > 0) {
                double years = random.exponential(key, replicate, Process.DROPOUT, 1 + lane.fracturesRead) / hazard;
                if (years < 1) {
                    lane.leaves = Math.min(lane.leaves, on + Math.max(1, (int) Math.ceil(years * Age.DAYS_PER_YEAR)));
                }
            }
        }
        while (!lane.falseFractures.isEmpty() && lane.falseFractures.getFirst() <= day) {
            lane.events.add(
                    new TrialEvent(lane.falseFractures.removeFirst(), TrialEvent.Kind.FALSE_FRACTURE, null, true, ""));
        }
    }

    private void applyRules(Lane lane, int day) {
        for (int r = 0; r < lane.ruleUsed.length; r++) {
            Rule rule = lane.arm.rules().get(r);
            if (!(lane.ruleUsed[r] && rule.onceOnly()) && found(rule.when(), lane, day)) {
                lane.ruleUsed[r] = true;
                lane.treatment.apply(rule.then(), day);
                lane.treatmentChanged = true;
                lane.events.add(new TrialEvent(day, TrialEvent.Kind.RULE, null, false, rule.name()));
            }
        }
    }

    private boolean found(Rule.When when, Lane lane, int day) {
        return switch (when) {
            case Rule.When.AgeReached(double years) -> lane.ageYears >= years;
            case Rule.When.FracturesAtLeast(int atLeast, StudyTime window) ->
                lane.events.stream()
                                .filter(e -> e.counted() && e.day() > day - window.days() && e.day() <= day)
                                .count()
                        >= atLeast;
            case Rule.When.MeasuredWithin within -> {
                if (day < within.notBefore().days()) {
                    yield false;
                }
                double value = latest(lane, within, day);
                yield value >= within.atLeast() && value <= within.atMost();
            }
        };
    }

    private double latest(Lane lane, Rule.When.MeasuredWithin within, int day) {
        for (int m = 0; m < protocol.measurements().size(); m++) {
            Measurement measurement = protocol.measurements().get(m);
            int column = measurement.visits().indexOf(new StudyTime(day));
            if (measurement.quantity() == within.quantity() && column >= 0) {
                return lane.measured[m][column];
            }
        }
        return Double.NaN;
    }

    private PatientOutcome outcome(Lane lane) {
        boolean completed = lane.leaves > duration();
        int last = completed ? duration() : lane.leaves;
        List<TrialEvent> events = new ArrayList<>();
        for (TrialEvent event : lane.events) {
            if (event.day() <= last) {
                events.add(event);
            }
        }
        if (!completed) {
            events.add(new TrialEvent(last, TrialEvent.Kind.DROP_OUT, null, false, ""));
        }
        events.sort(Comparator.comparingInt(TrialEvent::day));
        Person person = lane.enrolled.person();
        return new PatientOutcome(
                replicate,
                lane.enrolled.number(),
                person.key(),
                lane.enrolled.arm(),
                person.sex(),
                person.type(),
                person.genotype(),
                person.ageDays(),
                lane.enrolled.severity(),
                lane.enrolled.history(),
                lane.treatment.adherence(),
                last,
                completed,
                lane.measured,
                lane.truth,
                events);
    }
}
