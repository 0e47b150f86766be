package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.Proportions;

/** Counts significant replicates, for all patients and for the first of them, so that power is seen by size. */
final class PowerTally {
    private static final int STEPS = 5;
    private static final int FEWEST = 4;
    private static final double ALPHA = 0.05;

    private final Protocol protocol;
    private final int patients;
    private final int[][] significant;
    private int replicates;

    /**
     * @param protocol the trial
     * @param patients patients of a whole replicate
     */
    PowerTally(Protocol protocol, int patients) {
        this.protocol = protocol;
        this.patients = patients;
        this.significant = new int[Math.max(0, protocol.arms().size() - 1)][STEPS];
    }

    /** Numbers of patients at which power is counted. */
    Set<Integer> sizes() {
        Set<Integer> sizes = new TreeSet<>();
        for (int step = 0; step < STEPS; step++) {
            sizes.add(size(step));
        }
        return sizes;
    }

    /** Adds a whole replicate. */
    void add(ReplicateTally replicate) {
        replicates++;
        for (int step = 0; step < STEPS && significant.length > 0; step++) {
            EndpointResult part = replicate.primaryAt(size(step));
            for (int c = 0; c < significant.length; c++) {
                significant[c][step] += significant(part.comparisons().get(c)) ? 1 : 0;
            }
        }
    }

    /** True when the comparison shows a difference at 5 % two-sided; without an estimate it does not. */
    static boolean significant(EndpointResult.Comparison comparison) {
        return comparison.effectIfAny().filter(e -> e.pValue() < ALPHA).isPresent();
    }

    private int size(int step) {
        return Math.min(patients, Math.max(FEWEST, (int) ((long) patients * (step + 1) / STEPS)));
    }

    /** Power by number of patients; empty with fewer than two replicates or arms. */
    List<TrialAnalysis.Power> curve() {
        List<TrialAnalysis.Power> curve = new ArrayList<>();
        for (int c = 0; c < significant.length && replicates > 1; c++) {
            for (int step = 0; step < STEPS; step++) {
                Effect share = Proportions.wilson(significant[c][step], replicates);
                curve.add(new TrialAnalysis.Power(
                        size(step), replicates, protocol.arms().get(c + 1).id(), share));
            }
        }
        return curve;
    }
}
