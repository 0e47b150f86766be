package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.lamella.trial.protocol.AnalysisPlan;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.GroupSequential;
import org.lamella.trial.statistics.Proportions;

/** Counts at which look the replicates of a group-sequential trial would stop. */
public final class LookTally {
    private final Protocol protocol;
    private final AnalysisPlan.@Nullable Interim interim;
    private final double[] boundaries;
    private final int[][] stopped;
    private final int patients;
    private int replicates;

    /**
     * One look of one comparison.
     *
     * @param arm arm compared with the first
     * @param patients patients with the endpoint at that look
     * @param boundary absolute test statistic that stops the trial
     * @param stopsHere share of replicates that stop here
     * @param stoppedByNow share of replicates that stopped here or before
     */
    public record Look(String arm, int patients, double boundary, Effect stopsHere, Effect stoppedByNow) {}

    /**
     * @param protocol the trial
     * @param patients patients of a whole replicate
     */
    LookTally(Protocol protocol, int patients) {
        this.protocol = protocol;
        this.patients = patients;
        this.interim = protocol.analysis().interim();
        GroupSequential design = interim == null ? null : interim.boundaries();
        this.boundaries = design == null ? new double[0] : design.boundaries();
        this.stopped = new int[Math.max(0, protocol.arms().size() - 1)][boundaries.length];
    }

    /** Numbers of patients at which the trial is looked at. */
    Set<Integer> sizes() {
        Set<Integer> sizes = new TreeSet<>();
        for (int look = 0; look < boundaries.length; look++) {
            sizes.add(patientsAt(look));
        }
        return sizes;
    }

    /** Adds a whole replicate. */
    void add(ReplicateTally replicate) {
        replicates++;
        boolean[] over = new boolean[stopped.length];
        for (int look = 0; look < boundaries.length; look++) {
            EndpointResult part = replicate.primaryAt(patientsAt(look));
            for (int c = 0; c < stopped.length; c++) {
                if (!over[c] && statistic(part.comparisons().get(c)) >= boundaries[look]) {
                    over[c] = true;
                    stopped[c][look]++;
                }
            }
        }
    }

    /** Absolute standard normal statistic with the p-value of the comparison; 0 without an estimate. */
    private static double statistic(EndpointResult.Comparison comparison) {
        return comparison
                .effectIfAny()
                .map(e -> Math.abs(
                        new NormalDistribution().inverseCumulativeProbability(Math.clamp(e.pValue() / 2, 1e-300, 0.5))))
                .orElse(0.0);
    }

    private int patientsAt(int look) {
        return interim == null ? 0 : (int) Math.ceil(interim.looks().get(look) * patients);
    }

    List<Look> looks() {
        List<Look> looks = new ArrayList<>();
        for (int c = 0; c < stopped.length && replicates > 0; c++) {
            int sum = 0;
            for (int look = 0; look < boundaries.length; look++) {
                sum += stopped[c][look];
                looks.add(new Look(
                        protocol.arms().get(c + 1).id(),
                        patientsAt(look),
                        boundaries[look],
                        Proportions.wilson(stopped[c][look], replicates),
                        Proportions.wilson(sum, replicates)));
            }
        }
        return looks;
    }
}
