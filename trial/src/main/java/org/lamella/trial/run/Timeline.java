package org.lamella.trial.run;

import org.lamella.trial.protocol.Criterion;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.Randomisation;

/**
 * The cohort's clock of a trial: watched history, screening, run-in, enrolment, end.
 *
 * @param screening day of screening, after the history that criteria or strata ask for
 * @param enrolment day of enrolment and first visit, after the run-in
 * @param end day of the last visit
 */
public record Timeline(int screening, int enrolment, int end) {
    /** Days from enrolment to the last visit. */
    int duration() {
        return end - enrolment;
    }

    /** The clock of a protocol. */
    public static Timeline of(Protocol protocol) {
        int history = 0;
        for (Criterion criterion : protocol.recruitment().criteria()) {
            history = Math.max(history, history(criterion));
        }
        if (protocol.randomisation().strata().contains(Randomisation.Stratum.RECENT_FRACTURE)) {
            history = Math.max(history, Criterion.FractureHistory.LONGEST.days());
        }
        int enrolment = history + protocol.runIn().days();
        return new Timeline(history, enrolment, enrolment + protocol.duration().days());
    }

    private static int history(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Measured _ -> 0;
            case Criterion.FractureHistory f -> f.window().days();
            case Criterion.AnyOf any ->
                any.parts().stream().mapToInt(Timeline::history).max().orElse(0);
            case Criterion.AllOf all ->
                all.parts().stream().mapToInt(Timeline::history).max().orElse(0);
        };
    }
}
