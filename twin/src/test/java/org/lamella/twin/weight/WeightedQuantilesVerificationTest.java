package org.lamella.twin.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;

class WeightedQuantilesVerificationTest {
    @Test
    void equalWeightsGiveHyndmanAndFansFifthDefinition() {
        // R: quantile(c(1, 2, 4, 8), c(.1, .25, .5, .75, .95), type = 5) = 1, 1.5, 3, 6, 8.
        WeightedQuantiles q = WeightedQuantiles.of(new double[] {8, 1, 4, 2}, Weights.equal(4));
        assertThat(q.at(0.1)).isEqualTo(1);
        assertThat(q.at(0.25)).isEqualTo(1.5, within(1e-12));
        assertThat(q.at(0.5)).isEqualTo(3, within(1e-12));
        assertThat(q.at(0.75)).isEqualTo(6, within(1e-12));
        assertThat(q.at(0.95)).isEqualTo(8);
    }

    @Test
    void aWholeWeightEqualsThatManyCopies() {
        double[] values = {3, 1, 2};
        Weights weights = Weights.ofLog(new double[] {Math.log(2), Math.log(5), Math.log(3)});
        double[] copies = {3, 3, 1, 1, 1, 1, 1, 2, 2, 2};
        WeightedQuantiles weighted = WeightedQuantiles.of(values, weights);
        WeightedQuantiles copied = WeightedQuantiles.of(copies, Weights.equal(10));
        // The two agree at the middle of each value's share, where both definitions place the value itself.
        assertThat(weighted.at(0.25)).isEqualTo(copied.at(0.25), within(1e-12)).isEqualTo(1, within(1e-12));
        assertThat(weighted.at(0.65)).isEqualTo(copied.at(0.65), within(1e-12)).isEqualTo(2, within(1e-12));
        assertThat(weighted.at(0.9)).isEqualTo(copied.at(0.9), within(1e-12)).isEqualTo(3, within(1e-12));
    }

    /** Uniform draws weighted by 2x have the triangular distribution, whose quantile function is sqrt(p). */
    @Test
    void triangularDistributionFromWeightedUniforms() {
        KeyedRandom random = new KeyedRandom(11);
        int n = 100_000;
        double[] x = new double[n];
        double[] logs = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.uniform(i, 0, Process.OTHER, 0);
            logs[i] = Math.log(2 * x[i]);
        }
        WeightedQuantiles q = WeightedQuantiles.of(x, Weights.ofLog(logs));
        for (double p : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
            assertThat(q.at(p)).isCloseTo(Math.sqrt(p), within(0.01));
        }
        assertThat(q.estimate().median()).isEqualTo(q.at(0.5));
    }

    @Test
    void valuesWithoutWeightMayBeAnything() {
        Weights weights = Weights.ofLog(new double[] {0, Double.NEGATIVE_INFINITY});
        assertThat(WeightedQuantiles.of(new double[] {4, Double.NaN}, weights).at(0.5))
                .isEqualTo(4);
        assertThatThrownBy(() -> WeightedQuantiles.of(new double[] {Double.NaN, 1}, weights))
                .hasMessageContaining("sibling 0");
    }

    @Test
    void resamplingTakesFloorOrCeilingAndKeepsTheSize() {
        KeyedRandom random = new KeyedRandom(5);
        double[] logs = new double[50];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = 2 * random.normal(i, 0, Process.OTHER, 0);
        }
        Weights weights = Weights.ofLog(logs);
        double[] mean = new double[50];
        int repeats = 400;
        for (int r = 0; r < repeats; r++) {
            int[] copies = SystematicResampling.copies(weights, 200, (r + 0.5) / repeats);
            int total = 0;
            for (int i = 0; i < copies.length; i++) {
                double expected = 200 * weights.of(i);
                assertThat((double) copies[i]).isBetween(Math.floor(expected - 1e-9), Math.ceil(expected + 1e-9));
                total += copies[i];
                mean[i] += copies[i] / (double) repeats;
            }
            assertThat(total).isEqualTo(200);
        }
        for (int i = 0; i < mean.length; i++) {
            assertThat(mean[i]).isCloseTo(200 * weights.of(i), within(1.0 / repeats + 1e-9));
        }
    }
}
