package org.lamella.trial.run;

import java.util.ArrayList;
import java.util.List;
import org.lamella.bone.Cohort;
import org.lamella.patient.measure.Age;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;
import org.lamella.trial.protocol.Arm;
import org.lamella.trial.protocol.Conduct;
import org.lamella.trial.protocol.Measurement;
import org.lamella.trial.protocol.Protocol;

/** Follows enrolled patients from visit to visit. */
final class FollowUp {
    private final Protocol protocol;
    private final Timeline timeline;
    private final VisitPlan plan;
    private final KeyedRandom random;
    private final int replicate;
    private final MeasurementNoise noise;
    private final Adjudicator adjudicator;

    FollowUp(Protocol protocol, KeyedRandom random, int replicate) {
        this.protocol = protocol;
        this.timeline = Timeline.of(protocol);
        this.plan = VisitPlan.of(protocol);
        this.random = random;
        this.replicate = replicate;
        this.noise = new MeasurementNoise(random, replicate);
        this.adjudicator = new Adjudicator(protocol.conduct().fractures(), random, replicate);
    }

    /** Runs all visits; the cohort must stand at enrolment, one lane per patient, in order. */
    List<PatientOutcome> run(Cohort cohort, List<Enrolled> enrolled) {
        List<TrialLane> lanes = new ArrayList<>(enrolled.size());
        for (Enrolled one : enrolled) {
            lanes.add(lane(one));
        }
        FractureLog log = new FractureLog(lanes.size(), timeline.enrolment(), timeline.end());
        int[] fracturesRead = new int[lanes.size()];
        for (int v = 0; v < plan.visits(); v++) {
            int day = plan.days()[v];
            for (int i = 0; i < lanes.size(); i++) {
                List<FractureLog.TrueFracture> all = log.of(i);
                takeFractures(lanes.get(i), all, fracturesRead[i]);
                fracturesRead[i] = all.size();
                if (lanes.get(i).stillThere(day)) {
                    visit(cohort, i, lanes.get(i), v);
                }
            }
            if (v + 1 < plan.visits()) {
                for (TrialLane lane : lanes) {
                    lane.renewSchedule(day, timeline);
                }
                cohort.advanceTo(
                        timeline.enrolment() + plan.days()[v + 1],
                        i -> lanes.get(i).schedule(),
                        log);
            }
        }
        List<PatientOutcome> outcomes = new ArrayList<>(lanes.size());
        for (TrialLane lane : lanes) {
            outcomes.add(lane.outcome(replicate, timeline.duration()));
        }
        return outcomes;
    }

    private TrialLane lane(Enrolled enrolled) {
        long key = enrolled.person().key();
        Arm arm = protocol.arms().get(enrolled.arm());
        TrialLane lane = new TrialLane(
                enrolled,
                arm,
                new PatientTreatment(arm.treatments(), protocol.conduct().adherence(), random, replicate, key),
                plan);
        Conduct.DropOut dropOut = protocol.conduct().dropOut();
        if (dropOut.perYear() > 0) {
            leaveAfter(lane, 0, random.exponential(key, replicate, Process.DROPOUT, 0) / dropOut.perYear());
        }
        for (int day : adjudicator.falseFractures(key, timeline.duration())) {
            lane.note(new TrialEvent(day, TrialEvent.Kind.FALSE_FRACTURE, null, true, ""));
        }
        return lane;
    }

    private void leaveAfter(TrialLane lane, int day, double years) {
        double days = years * Age.DAYS_PER_YEAR;
        if (day + days <= timeline.duration()) {
            lane.leaveOn(day + Math.max(1, (int) Math.ceil(days)));
        }
    }

    private void visit(Cohort cohort, int i, TrialLane lane, int v) {
        lane.readBody(cohort, i);
        for (int m = 0; m < plan.measurements().size(); m++) {
            int column = plan.columns()[v][m];
            if (column >= 0) {
                Measurement measurement = plan.measurements().get(m);
                double truth = cohort.read(ObservedQuantity.of(measurement.quantity()), i);
                int clockDay = timeline.enrolment() + plan.days()[v];
                lane.measure(
                        m,
                        column,
                        truth,
                        noise.measured(truth, measurement.quantity(), measurement.error(), lane.key(), clockDay));
            }
        }
        lane.applyRules(v);
    }

    /** Enters the fractures since the last visit, and leaving early because of one. */
    private void takeFractures(TrialLane lane, List<FractureLog.TrueFracture> all, int from) {
        double hazard = protocol.conduct().dropOut().perYearAfterFracture();
        for (int f = from; f < all.size(); f++) {
            FractureLog.TrueFracture fracture = all.get(f);
            int on = fracture.clockDay() - timeline.enrolment();
            boolean counted = adjudicator.counts(fracture, lane.key());
            lane.note(new TrialEvent(on, TrialEvent.Kind.FRACTURE, fracture.site(), counted, ""));
            if (counted && hazard > 0) {
                double years = random.exponential(lane.key(), replicate, Process.DROPOUT, 1 + f) / hazard;
                if (years < 1) {
                    leaveAfter(lane, on, years);
                }
            }
        }
    }
}
