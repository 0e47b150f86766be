package org.lamella.trial.run;

import org.lamella.trial.protocol.Protocol;

/**
 * How far a run has come: all replicates before one, and part of that one. A run that begins here gives exactly what was
 * still missing.
 *
 * @param replicate replicate under way
 * @param enrolment where its enrolment stands; everybody enrolled so far has been delivered
 * @param before what the replicates before it amounted to
 */
public record Checkpoint(int replicate, Enrolment.State enrolment, RunTally before) {
    /** Before the first person of the first replicate. */
    public static Checkpoint beginning(Protocol protocol) {
        return afterReplicates(0, RunTally.nothing(protocol), protocol);
    }

    static Checkpoint afterReplicates(int finished, RunTally tally, Protocol protocol) {
        return new Checkpoint(finished, Enrolment.State.beginning(protocol), tally);
    }

    /** Everything delivered so far. */
    public RunTally tally(boolean complete) {
        return before.plus(enrolment.tally(true)).marked(complete);
    }
}
