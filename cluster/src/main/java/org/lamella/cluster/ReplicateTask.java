package org.lamella.cluster;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.Engine;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.output.EndpointTable;
import org.lamella.trial.output.Hashes;
import org.lamella.trial.output.SubjectRow;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.VirtualTrial;

/**
 * The unit of work: one replicate of a trial, a pure function of protocol, seed, patients and replicate.
 *
 * @param protocolName name of the protocol file, for faults
 * @param protocolText the protocol
 * @param patients patients of one replicate
 * @param seed seed of the study
 */
public record ReplicateTask(String protocolName, String protocolText, int patients, long seed) implements Serializable {
    /**
     * What one replicate gave.
     *
     * @param replicate replicate
     * @param subjects one row per patient and arm
     * @param fingerprint hash of everything that was measured and everything that happened
     * @param endpoints lines of the endpoint table, without header
     * @param trialYears patient-years from enrolment on
     */
    public record Result(
            int replicate, List<SubjectRow> subjects, String fingerprint, List<String> endpoints, double trialYears)
            implements Serializable {}

    /** Runs a replicate on the calling thread. */
    public Result run(int replicate) {
        Protocol protocol = Protocol.parse(protocolName, protocolText);
        TrialAnalysis analysis = new TrialAnalysis(protocol);
        List<SubjectRow> subjects = new ArrayList<>();
        StringBuilder everything = new StringBuilder();
        double years = new VirtualTrial(protocol, Model.SHARED)
                .runReplicate(new RunSettings(patients, replicate + 1, seed, 1), replicate, outcome -> {
                    subjects.add(SubjectRow.of(protocol, outcome));
                    everything
                            .append(outcome.key())
                            .append(outcome.arm())
                            .append(Arrays.deepToString(outcome.measured()))
                            .append(outcome.events())
                            .append('\n');
                    analysis.accept(outcome);
                })
                .trialYears();
        analysis.finish();
        List<String> lines = Arrays.asList(EndpointTable.csv(analysis).split("\n"));
        return new Result(
                replicate,
                subjects,
                Hashes.of(everything.toString()),
                lines.stream()
                        .filter(l -> l.startsWith("0,") || l.startsWith(replicate + ","))
                        .map(l -> replicate + l.substring(l.indexOf(',')))
                        .toList(),
                years);
    }

    /** One model for each Java process. */
    private static final class Model {
        static final BoneModel SHARED = BoneModel.create(BoneParameters.load(), Engine.STANDARD.sequential());
    }
}
