package org.lamella.trial.run;

import java.util.ArrayList;
import java.util.List;
import org.lamella.bone.Schedule;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;
import org.lamella.trial.protocol.Conduct;
import org.lamella.trial.protocol.Rule;
import org.lamella.trial.protocol.Treatment;

/** What one patient is given, from visit to visit; rules change it. Days count from enrolment. */
final class PatientTreatment {
    /** Streams of missed cycles begin here; stream 0 is the patient's own adherence. */
    private static final int CYCLES = 1000;

    private final KeyedRandom random;
    private final int replicate;
    private final long key;
    private final double missed;
    private final double adherence;
    private List<Course> courses;

    /** A treatment under way. */
    private static final class Course {
        final Treatment treatment;
        final int start;
        final int end;
        int every;
        int nextCycle;
        double factor = 1;

        Course(Treatment treatment, int anchor) {
            this.treatment = treatment;
            this.start = anchor + treatment.from().days();
            this.end = treatment.untilIfAny().map(u -> anchor + u.days()).orElse(Integer.MAX_VALUE);
            this.every = treatment.every().days();
            this.nextCycle = start;
        }
    }

    PatientTreatment(List<Treatment> treatments, Conduct.Adherence plan, KeyedRandom random, int replicate, long key) {
        this.random = random;
        this.replicate = replicate;
        this.key = key;
        this.missed = plan.missedCycles();
        this.adherence = adherence(plan, random, replicate, key);
        this.courses = begin(treatments, 0);
    }

    /** Share of daily doses that this patient takes. */
    static double adherence(Conduct.Adherence plan, KeyedRandom random, int replicate, long key) {
        if (plan.mean() >= 1 || plan.betweenPatientSd() == 0) {
            return plan.mean();
        }
        double z = random.normal(key, replicate, Process.ADHERENCE, 0);
        double logit = StrictMath.log(plan.mean() / (1 - plan.mean())) + plan.betweenPatientSd() * z;
        return 1 / (1 + StrictMath.exp(-logit));
    }

    private static List<Course> begin(List<Treatment> treatments, int anchor) {
        List<Course> begun = new ArrayList<>(treatments.size());
        for (Treatment treatment : treatments) {
            begun.add(new Course(treatment, anchor));
        }
        return begun;
    }

    double adherence() {
        return adherence;
    }

    /** Applies what a rule demands at a visit. */
    void apply(Rule.Then then, int day) {
        switch (then) {
            case Rule.Then.Stop _ -> courses = List.of();
            case Rule.Then.ScaleDose(double factor) -> courses.forEach(c -> c.factor *= factor);
            case Rule.Then.ChangeInterval(var every) ->
                courses.forEach(c -> {
                    if (!c.treatment.daily()) {
                        int last = c.nextCycle - c.every;
                        c.every = every.days();
                        c.nextCycle = Math.max(day, last + c.every);
                    }
                });
            case Rule.Then.Switch(List<Treatment> treatments) -> courses = begin(treatments, day);
        }
    }

    /**
     * Doses and courses from one day to the day before another.
     *
     * @param from first day, from enrolment
     * @param until end, excluded
     * @param clock day of the cohort's clock at enrolment
     * @param body the person at the first day
     */
    Schedule schedule(int from, int until, int clock, Dosing.Body body) {
        if (courses.isEmpty()) {
            return Schedule.EMPTY;
        }
        Schedule.Builder builder = Schedule.builder();
        for (Course course : courses) {
            int end = Math.min(until, course.end);
            if (course.treatment.daily()) {
                int begin = Math.max(from, course.start);
                if (begin < end) {
                    builder.add(new Schedule.Course(
                            clock + begin,
                            clock + end,
                            course.treatment.drug(),
                            Dosing.amount(course.treatment.dose(), body, course.factor),
                            adherence));
                }
            } else {
                for (; course.nextCycle < end; course.nextCycle += course.every) {
                    cycle(builder, course, clock, body);
                }
            }
        }
        return builder.build();
    }

    private void cycle(Schedule.Builder builder, Course course, int clock, Dosing.Body body) {
        int day = course.nextCycle;
        if (missed > 0 && random.uniform(key, replicate, Process.ADHERENCE, CYCLES + day) < missed) {
            return;
        }
        for (int d = 0; d < course.treatment.daysPerCycle(); d++) {
            builder.dose(
                    clock + day + d,
                    course.treatment.drug(),
                    Dosing.amount(course.treatment.dose(), body, course.factor));
        }
    }
}
