package org.lamella.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamella.bone.BoneParameters;
import org.lamella.trial.output.OutcomeCodec;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.Admission;
import org.lamella.trial.run.Enrolment;
import org.lamella.trial.run.Entrants;
import org.lamella.trial.run.PatientOutcome;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.RunTally;
import org.lamella.trial.run.TrialPiece;
import org.lamella.trial.run.TrialRefused;
import org.lamella.trial.run.TrialVariant;
import org.lamella.trial.run.VirtualTrial;

/**
 * The work that other machines do: pure functions of protocol, seed, replicate and people, so it does not matter where, or
 * how often, they are computed.
 *
 * @param protocolName name of the protocol file, for faults
 * @param protocolText the protocol
 * @param variant what the replicates are to tell
 * @param seed seed of the study
 */
record TrialTask(String protocolName, String protocolText, TrialVariant variant, long seed) implements Serializable {
    /**
     * Patients as bytes.
     *
     * @param patients see {@link OutcomeCodec}
     * @param tally what they amount to; not counted for pieces of a replicate
     * @param refusal why there are none, or null
     */
    record Result(byte[] patients, RunTally tally, @Nullable String refusal) implements Serializable {}

    /** Screens people; the piece stays in the memory of the machine that screened it. */
    TrialPiece screen(int replicate, long from, long until) {
        return trial().pieces(seed, replicate).screen(from, until);
    }

    /** Follows those of a piece who were admitted. */
    static byte[] follow(TrialPiece piece, Admission admission) {
        return OutcomeCodec.bytes(piece.follow(admission));
    }

    /** What the driver needs to know of a piece. */
    static Entrants entrants(TrialPiece piece) {
        return piece.entrants();
    }

    /** A whole replicate. */
    Result replicate(int replicate, int patients) {
        List<PatientOutcome> outcomes = new ArrayList<>();
        try {
            RunTally tally =
                    trial().runReplicate(new RunSettings(patients, replicate + 1, seed, 1), replicate, outcomes::add);
            return new Result(OutcomeCodec.bytes(outcomes), tally, null);
        } catch (TrialRefused refused) {
            return new Result(
                    OutcomeCodec.bytes(List.of()),
                    RunTally.nothing(trial().protocol()),
                    String.valueOf(refused.getMessage()));
        }
    }

    /** Who is enrolled, in order: work for one machine. */
    Enrolment enrolment(int replicate, int patients) {
        return trial().pieces(seed, replicate).enrolment(patients, Enrolment.State.beginning(protocol()));
    }

    Protocol protocol() {
        return trial().protocol();
    }

    private VirtualTrial trial() {
        return Machine.trial(this);
    }

    /** One model, and the last trial, in each Java process. */
    private static final class Machine {
        private static @Nullable TrialTask task;
        private static @Nullable VirtualTrial trial;

        static synchronized VirtualTrial trial(TrialTask wanted) {
            VirtualTrial known = trial;
            if (known == null || !wanted.equals(task)) {
                known = wanted.variant()
                        .trial(Protocol.parse(wanted.protocolName(), wanted.protocolText()), BoneParameters.load());
                trial = known;
                task = wanted;
            }
            return known;
        }
    }
}
