package org.lamella.trial.run;

import java.util.ArrayList;
import java.util.List;
import org.lamella.bone.FractureSite;
import org.lamella.patient.measure.Age;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;
import org.lamella.trial.protocol.Conduct;

/**
 * Decides which fractures are noticed and confirmed, and which are counted although there were none.
 *
 * @param plan detection of the protocol
 * @param random random numbers of the study
 * @param replicate replicate
 */
record Adjudicator(Conduct.Adjudication plan, KeyedRandom random, int replicate) {
    private static final int PER_SITE = 10_000;
    private static final int FALSE_ONES = 1_000_000;

    /** The n-th fracture of a site meets the same decision in every arm. */
    boolean counts(FractureLog.TrueFracture fracture, long key) {
        if (plan.notCounted().contains(fracture.site())) {
            return false;
        }
        double detected = fracture.site() == FractureSite.VERTEBRA ? plan.vertebralDetected() : plan.detected();
        int index = fracture.site().ordinal() * PER_SITE + fracture.number();
        return random.uniform(key, replicate, Process.ADJUDICATION, index) < detected;
    }

    /** Days, counted from enrolment, on which something passes for a fracture; up to {@code lastDay}. */
    List<Integer> falseFractures(long key, int lastDay) {
        List<Integer> days = new ArrayList<>(0);
        if (plan.falsePerYear() > 0) {
            double day = 0;
            for (int i = 0; ; i++) {
                day += random.exponential(key, replicate, Process.ADJUDICATION, FALSE_ONES + i)
                        / plan.falsePerYear()
                        * Age.DAYS_PER_YEAR;
                if (day > lastDay) {
                    break;
                }
                days.add(Math.max(1, (int) Math.ceil(day)));
            }
        }
        return days;
    }
}
