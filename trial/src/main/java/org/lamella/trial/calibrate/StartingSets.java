package org.lamella.trial.calibrate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;

/**
 * Where the sets of a stage start: at the prior of what it moves, and at the sets of earlier stages for the rest. All
 * values are natural logarithms.
 *
 * @param plan the part of one stage
 * @param ids what the stage moves, then what earlier stages moved
 * @param earlier result of earlier stages, or null in the first
 */
record StartingSets(
        CalibrationPlan plan, List<String> ids, @Nullable ParameterEnsemble earlier) {
    /** One set at the middle of the prior. */
    double[] middle() {
        double[] start = new double[ids.size()];
        double[] medians = earlier == null ? new double[0] : earlier.median();
        for (int i = 0; i < start.length; i++) {
            int known = earlier == null ? -1 : earlier.ids().indexOf(ids.get(i));
            start[i] = known >= 0
                    ? StrictMath.log(medians[known])
                    : plan.parameters().get(i).prior(0);
        }
        return start;
    }

    /** As many sets as wanted, drawn from the prior. */
    double[][] draws(int members, KeyedRandom random) {
        double[][] sets = new double[members][ids.size()];
        for (int j = 0; j < sets.length; j++) {
            for (int i = 0; i < sets[j].length; i++) {
                int known = earlier == null ? -1 : earlier.ids().indexOf(ids.get(i));
                sets[j][i] = earlier != null && known >= 0
                        ? StrictMath.log(earlier.members().get(j)[known])
                        : plan.parameters().get(i).prior(random.normal(j, 0, Process.ENSEMBLE, draw(ids.get(i), i)));
            }
        }
        return sets;
    }

    /** Draws of later stages differ from those of earlier ones. */
    private int draw(String id, int i) {
        return earlier == null ? i : 1000 + Math.floorMod(id.hashCode(), 1_000_000);
    }
}
