package org.lamella.trial.protocol;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Drug;
import org.lamella.patient.Route;

/**
 * One drug given from one time to another.
 *
 * @param drug what is given
 * @param route how
 * @param dose dose of one day
 * @param every time from the start of one cycle to the next; one day for a daily drug
 * @param daysPerCycle consecutive days in a cycle, 1 to 5
 * @param from first dose, counted from enrolment
 * @param until no dose on or after this time, or null for the whole trial
 */
public record Treatment(
        Drug drug,
        Route route,
        DoseRule dose,
        StudyTime every,
        int daysPerCycle,
        StudyTime from,
        @Nullable StudyTime until) {
    public Treatment {
        if (every.days() < daysPerCycle || daysPerCycle < 1 || daysPerCycle > 5) {
            throw new IllegalArgumentException(
                    drug + ": " + daysPerCycle + " days every " + every + "; accepted are 1 to 5 days in each cycle");
        }
        if (until != null && until.compareTo(from) <= 0) {
            throw new IllegalArgumentException(drug + ": ends at " + until + ", not after its start at " + from);
        }
    }

    public boolean daily() {
        return every.days() == 1;
    }

    public Optional<StudyTime> untilIfAny() {
        return Optional.ofNullable(until);
    }

    /** The same treatment within another span of time. */
    public Treatment during(StudyTime newFrom, @Nullable StudyTime newUntil) {
        return new Treatment(drug, route, dose, every, daysPerCycle, newFrom, newUntil);
    }

    public String inWords() {
        String cycle = daysPerCycle > 1 ? " on " + daysPerCycle + " days" : "";
        String rhythm = daily() ? " daily" : cycle + " every " + every;
        String span = from.days() > 0 ? " from " + from : "";
        return drug + " " + dose.inWords() + rhythm + span + (until == null ? "" : " until " + until);
    }
}
