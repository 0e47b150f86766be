package org.lamella.trial.analysis;

import java.util.ArrayList;
import java.util.List;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.statistics.Effect;
import org.lamella.trial.statistics.Proportions;

/** Counts significant replicates, for all patients and for the first of them, so that power is seen by size. */
final class PowerTally {
    private static final int STEPS = 5;
    private static final int FEWEST = 4;
    private static final double ALPHA = 0.05;

    private final Protocol protocol;
    private final Analyst analyst;
    private final int[][] significant;
    private int replicates;
    private int most;

    PowerTally(Protocol protocol, Analyst analyst) {
        this.protocol = protocol;
        this.analyst = analyst;
        this.significant = new int[Math.max(0, protocol.arms().size() - 1)][STEPS];
    }

    /** Adds a replicate; {@code whole} is the primary endpoint of all its patients. */
    void add(List<PatientSummary> patients, EndpointResult whole) {
        replicates++;
        if (significant.length == 0) {
            return;
        }
        most = patients.stream().mapToInt(PatientSummary::number).max().orElse(0) + 1;
        for (int step = 0; step < STEPS; step++) {
            int n = size(step);
            EndpointResult part = step == STEPS - 1
                    ? whole
                    : analyst.primary(
                            patients.stream().filter(p -> p.number() < n).toList());
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
        return Math.max(FEWEST, most * (step + 1) / STEPS);
    }

    /** Power by number of patients; empty with fewer than two replicates or arms. */
    List<TrialAnalysis.Power> curve() {
        List<TrialAnalysis.Power> curve = new ArrayList<>();
        for (int c = 0; c < significant.length && replicates > 1; c++) {
            for (int step = 0; step < STEPS; step++) {
                Effect share = Proportions.wilson(significant[c][step], replicates);
                curve.add(new TrialAnalysis.Power(
                        size(step), protocol.arms().get(c + 1).id(), share));
            }
        }
        return curve;
    }
}
