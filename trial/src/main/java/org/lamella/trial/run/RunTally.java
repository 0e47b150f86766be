package org.lamella.trial.run;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.lamella.patient.measure.Age;
import org.lamella.trial.protocol.Protocol;

/**
 * What a run amounted to.
 *
 * @param enrolled patients enrolled, over all replicates
 * @param screened people screened until the last one was enrolled
 * @param knownFractures fractures that these people were known to have had in the watched time before screening
 * @param notMet how many of them failed each criterion, in the order of the protocol
 * @param trialDays patient-days from enrolment to the last visit, over all arms
 * @param simulatedDays patient-days simulated in all: life before enrolment and people who were not enrolled included
 * @param complete false when the run was stopped early
 */
public record RunTally(
        long enrolled,
        long screened,
        long knownFractures,
        List<Long> notMet,
        long trialDays,
        long simulatedDays,
        boolean complete)
        implements Serializable {
    public RunTally {
        notMet = List.copyOf(notMet);
    }

    /** Nothing yet. */
    public static RunTally nothing(Protocol protocol) {
        return new RunTally(
                0, 0, 0, protocol.recruitment().criteria().stream().map(c -> 0L).toList(), 0, 0, true);
    }

    /** Both together; complete when both are. */
    public RunTally plus(RunTally other) {
        List<Long> sums = new ArrayList<>();
        for (int c = 0; c < notMet.size(); c++) {
            sums.add(notMet.get(c) + other.notMet.get(c));
        }
        return new RunTally(
                enrolled + other.enrolled,
                screened + other.screened,
                knownFractures + other.knownFractures,
                sums,
                trialDays + other.trialDays,
                simulatedDays + other.simulatedDays,
                complete && other.complete);
    }

    /** The same, complete or not. */
    public RunTally marked(boolean whole) {
        return new RunTally(enrolled, screened, knownFractures, notMet, trialDays, simulatedDays, whole);
    }

    public double trialYears() {
        return trialDays / Age.DAYS_PER_YEAR;
    }

    public double simulatedYears() {
        return simulatedDays / Age.DAYS_PER_YEAR;
    }
}
