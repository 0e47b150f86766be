package org.lamella.trial.run;

import java.util.List;
import org.lamella.patient.measure.Age;

/**
 * What a run amounted to.
 *
 * @param enrolled patients enrolled, over all replicates
 * @param screened people screened until the last one was enrolled
 * @param notMet how many of them failed each criterion, in the order of the protocol
 * @param trialDays patient-days from enrolment to the last visit, over all arms
 * @param simulatedDays patient-days simulated in all: life before enrolment and people who were not enrolled included
 * @param complete false when the run was stopped early
 */
public record RunTally(
        long enrolled, long screened, List<Long> notMet, long trialDays, long simulatedDays, boolean complete) {
    public RunTally {
        notMet = List.copyOf(notMet);
    }

    public double trialYears() {
        return trialDays / Age.DAYS_PER_YEAR;
    }

    public double simulatedYears() {
        return simulatedDays / Age.DAYS_PER_YEAR;
    }
}
