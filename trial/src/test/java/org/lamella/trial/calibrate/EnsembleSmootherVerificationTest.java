package org.lamella.trial.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;

/** The smoother against the exact posterior of a linear normal problem. */
class EnsembleSmootherVerificationTest {
    private static final int MEMBERS = 4000;
    private final KeyedRandom random = new KeyedRandom(7);

    private double[][] normals(int step, int columns) {
        double[][] out = new double[MEMBERS][columns];
        for (int j = 0; j < MEMBERS; j++) {
            for (int i = 0; i < columns; i++) {
                out[j][i] = random.normal(j, step, Process.OTHER, i);
            }
        }
        return out;
    }

    /** Prior N(0,1) twice; observed: x + y = 2 with sd 0.5. Exact posterior: mean 8/9 each, variance 5/9, covariance -4/9. */
    @Test
    void reachesTheExactPosteriorInOneStepOrSeveral() {
        for (int steps : new int[] {1, 4}) {
            double[][] sets = normals(0, 2);
            for (int k = 0; k < steps; k++) {
                double[][] predicted = Arrays.stream(sets)
                        .map(s -> new double[] {(s[0] + s[1]) / 0.5})
                        .toArray(double[][]::new);
                sets = EnsembleSmoother.update(sets, predicted, new double[] {2 / 0.5}, normals(k + 1, 1), steps, 0);
            }
            double mean = Arrays.stream(sets).mapToDouble(s -> s[0]).average().orElseThrow();
            double variance = Arrays.stream(sets)
                    .mapToDouble(s -> (s[0] - mean) * (s[0] - mean))
                    .average()
                    .orElseThrow();
            double covariance = Arrays.stream(sets)
                    .mapToDouble(s -> (s[0] - 8 / 9.0) * (s[1] - 8 / 9.0))
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo(8 / 9.0, within(0.04));
            assertThat(variance).isCloseTo(5 / 9.0, within(0.05));
            assertThat(covariance).isCloseTo(-4 / 9.0, within(0.05));
        }
    }

    @Test
    void aParameterWithoutInfluenceKeepsItsPrior() {
        double[][] sets = normals(0, 2);
        double[][] predicted = Arrays.stream(sets).map(s -> new double[] {s[0]}).toArray(double[][]::new);
        double[][] next = EnsembleSmoother.update(sets, predicted, new double[] {3}, normals(1, 1), 1, 0.1);
        for (int j = 0; j < MEMBERS; j++) {
            assertThat(next[j][1]).isEqualTo(sets[j][1]);
        }
    }
}
