package org.lamella.trial.run;

import java.util.List;
import org.lamella.bone.Schedule;
import org.lamella.patient.Regimen;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;
import org.lamella.trial.protocol.Conduct;
import org.lamella.trial.protocol.Rule;
import org.lamella.trial.protocol.StudyTime;
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

    /** A treatment under way; cycles fall on {@code start}, {@code start + every}, ... */
    private record Course(Treatment treatment, int start, int end, int every, double factor) {
        static Course begin(Treatment treatment, int anchor) {
            return new Course(
                    treatment,
                    anchor + treatment.from().days(),
                    treatment.untilIfAny().map(u -> anchor + u.days()).orElse(Integer.MAX_VALUE),
                    treatment.every().days(),
                    1);
        }

        int firstCycle(int from) {
            return from <= start ? start : start + Math.ceilDiv(from - start, every) * every;
        }

        /** The next cycle comes one new interval after the last one, or at once when that has passed. */
        Course withInterval(int newEvery, int day) {
            int next = firstCycle(day);
            int last = next - every;
            return treatment.daily()
                    ? this
                    : new Course(
                            treatment, last < start ? start : Math.max(day, last + newEvery), end, newEvery, factor);
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
        return treatments.stream().map(t -> Course.begin(t, anchor)).toList();
    }

    double adherence() {
        return adherence;
    }

    /** Applies what a rule demands at a visit. */
    void apply(Rule.Then then, int day) {
        courses = switch (then) {
            case Rule.Then.Stop _ -> List.of();
            case Rule.Then.ScaleDose(double factor) ->
                courses.stream()
                        .map(c -> new Course(c.treatment, c.start, c.end, c.every, c.factor * factor))
                        .toList();
            case Rule.Then.ChangeInterval(StudyTime every) ->
                courses.stream().map(c -> c.withInterval(every.days(), day)).toList();
            case Rule.Then.Switch(List<Treatment> treatments) -> begin(treatments, day);
        };
    }

    /** True when doses follow the body at each visit, so that the schedule must be made anew there. */
    boolean followsBody() {
        return courses.stream().anyMatch(c -> Dosing.needsBody(c.treatment.dose(), c.treatment.daily()));
    }

    /**
     * Doses and courses from one day to the end of the trial.
     *
     * @param from first day, from enrolment
     * @param until end of the trial, excluded
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
                            Dosing.amount(course.treatment.dose(), body, begin - from, course.factor),
                            adherence));
                }
            } else {
                for (int day = course.firstCycle(from); day < end; day += course.every) {
                    cycle(
                            builder,
                            course,
                            day,
                            clock,
                            Dosing.amount(course.treatment.dose(), body, day - from, course.factor));
                }
            }
        }
        return builder.build();
    }

    private void cycle(Schedule.Builder builder, Course course, int day, int clock, Regimen.Amount amount) {
        if (missed > 0 && random.uniform(key, replicate, Process.ADHERENCE, CYCLES + day) < missed) {
            return;
        }
        for (int d = 0; d < course.treatment.daysPerCycle(); d++) {
            builder.dose(clock + day + d, course.treatment.drug(), amount);
        }
    }
}
