package org.lamella.trial.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lamella.bone.Cohort;
import org.lamella.bone.Observable;
import org.lamella.bone.Schedule;
import org.lamella.patient.measure.Age;
import org.lamella.trial.protocol.Arm;
import org.lamella.trial.protocol.Rule;
import org.lamella.trial.protocol.StudyTime;

/** One patient in one arm while the trial runs: body at the last visit, treatment, what was measured, what happened. */
final class TrialLane implements Dosing.Body {
    /** Leaves after the end, which is to say never. */
    private static final int STAYS = Integer.MAX_VALUE;

    private final Enrolled enrolled;
    private final Arm arm;
    private final PatientTreatment treatment;
    private final VisitPlan plan;
    private final double[][] measured;
    private final double[][] truth;
    private final List<TrialEvent> events = new ArrayList<>();
    private final boolean[] ruleUsed;
    private Schedule schedule = Schedule.EMPTY;
    private boolean treatmentChanged = true;
    private int leaves = STAYS;
    private double kilograms;
    private double centimetres;
    private double ageYears;

    TrialLane(Enrolled enrolled, Arm arm, PatientTreatment treatment, VisitPlan plan) {
        this.enrolled = enrolled;
        this.arm = arm;
        this.treatment = treatment;
        this.plan = plan;
        this.ruleUsed = new boolean[arm.rules().size()];
        this.measured = plan.emptyTable();
        this.truth = plan.emptyTable();
    }

    long key() {
        return enrolled.person().key();
    }

    /** Leaves the trial on a day, unless already on an earlier one. */
    void leaveOn(int day) {
        leaves = Math.min(leaves, day);
    }

    boolean stillThere(int day) {
        return day < leaves;
    }

    void note(TrialEvent event) {
        events.add(event);
    }

    void readBody(Cohort cohort, int lane) {
        kilograms = cohort.read(Observable.WEIGHT, lane);
        centimetres = cohort.read(Observable.HEIGHT, lane);
        ageYears = cohort.ageDays(lane) / Age.DAYS_PER_YEAR;
    }

    void measure(int measurement, int column, double true_, double asMeasured) {
        truth[measurement][column] = true_;
        measured[measurement][column] = asMeasured;
    }

    /** Rules of the arm, in order, at a visit; treatment changes at once. */
    void applyRules(int visit) {
        int day = plan.days()[visit];
        for (int r = 0; r < ruleUsed.length; r++) {
            Rule rule = arm.rules().get(r);
            if (!(ruleUsed[r] && rule.onceOnly()) && found(rule.when(), visit, day)) {
                ruleUsed[r] = true;
                treatment.apply(rule.then(), day);
                treatmentChanged = true;
                events.add(new TrialEvent(day, TrialEvent.Kind.RULE, null, false, rule.name()));
            }
        }
    }

    private boolean found(Rule.When when, int visit, int day) {
        return switch (when) {
            case Rule.When.AgeReached(double years) -> ageYears >= years;
            case Rule.When.FracturesAtLeast(int atLeast, StudyTime window) ->
                events.stream()
                                .filter(e -> e.counted() && e.day() > day - window.days() && e.day() <= day)
                                .count()
                        >= atLeast;
            case Rule.When.MeasuredWithin within -> {
                double value = plan.valueAt(measured, within.quantity(), visit);
                yield day >= within.notBefore().days() && value >= within.atLeast() && value <= within.atMost();
            }
        };
    }

    /**
     * Keeps the schedule as it is unless something changed: an unchanged one leaves the course of the lane alone.
     *
     * @param day day of the visit
     * @param timeline clock of the trial
     */
    void renewSchedule(int day, Timeline timeline) {
        if (day < leaves && (treatmentChanged || treatment.followsBody())) {
            schedule = treatment.schedule(day, timeline.duration(), timeline.enrolment(), this);
            treatmentChanged = false;
        }
    }

    Schedule schedule() {
        return schedule;
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

    /** What came of it: nothing after leaving is known. */
    PatientOutcome outcome(int replicate, int duration) {
        boolean completed = leaves > duration;
        int last = completed ? duration : leaves;
        List<TrialEvent> known = new ArrayList<>();
        for (TrialEvent event : events) {
            if (event.day() <= last) {
                known.add(event);
            }
        }
        if (!completed) {
            known.add(new TrialEvent(last, TrialEvent.Kind.DROP_OUT, null, false, ""));
        }
        known.sort(Comparator.comparingInt(TrialEvent::day));
        return new PatientOutcome(
                replicate,
                enrolled.number(),
                key(),
                enrolled.arm(),
                enrolled.person().sex(),
                enrolled.person().type(),
                enrolled.person().genotype(),
                enrolled.person().ageDays(),
                enrolled.severity(),
                enrolled.history(),
                enrolled.runIn(),
                treatment.adherence(),
                last,
                completed,
                measured,
                truth,
                known);
    }
}
