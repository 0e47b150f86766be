package org.lamella.twin.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;

class WeightsVerificationTest {
    @Test
    void effectiveSizeFollowsKish() {
        // Weights 1, 2, 3, 4: 10^2 / (1 + 4 + 9 + 16) = 100 / 30.
        double[] logs = {0, Math.log(2), Math.log(3), Math.log(4)};
        assertThat(Weights.ofLog(logs).effectiveSampleSize()).isCloseTo(100.0 / 30, within(1e-12));
        assertThat(Weights.equal(17).effectiveSampleSize()).isCloseTo(17, within(1e-12));
        assertThat(Weights.ofLog(new double[] {0, Double.NEGATIVE_INFINITY}).effectiveSampleSize())
                .isEqualTo(1);
    }

    @Test
    void weightsDoNotDependOnAConstantHoweverLarge() {
        double[] logs = {-1, 0.5, -3};
        double[] shifted = {-1 - 5000, 0.5 - 5000, -3 - 5000};
        assertThat(Weights.ofLog(shifted).toArray())
                .containsExactly(Weights.ofLog(logs).toArray(), within(1e-12));
    }

    @Test
    void refusesWhatIsNoWeight() {
        assertThatThrownBy(() -> Weights.ofLog(new double[] {0, Double.NaN})).hasMessageContaining("sibling 1");
        assertThatThrownBy(() -> Weights.ofLog(new double[] {Double.NEGATIVE_INFINITY}))
                .hasMessageContaining("no sibling out of 1");
    }

    /** Normal prior N(0,1), one measurement y = 1.2 with sd 0.7: posterior N(y/(1+s^2), s^2/(1+s^2)), evidence known. */
    @Test
    void conjugateNormalPosteriorIsReproduced() {
        KeyedRandom random = new KeyedRandom(7);
        int n = 200_000;
        double y = 1.2;
        double s = 0.7;
        double[] x = new double[n];
        double[] squares = new double[n];
        double[] logs = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.normal(i, 0, Process.OTHER, 0);
            logs[i] = -0.5 * Math.pow((y - x[i]) / s, 2) - Math.log(s * Math.sqrt(2 * Math.PI));
        }
        Weights weights = Weights.ofLog(logs);
        double mean = weights.mean(x);
        for (int i = 0; i < n; i++) {
            squares[i] = Math.pow(x[i] - mean, 2);
        }
        double posteriorVariance = s * s / (1 + s * s);
        double evidence = Math.exp(-0.5 * y * y / (1 + s * s)) / Math.sqrt(2 * Math.PI * (1 + s * s));
        double standardError = Math.sqrt(posteriorVariance / weights.effectiveSampleSize());
        assertThat(mean).isCloseTo(y / (1 + s * s), within(4 * standardError));
        assertThat(weights.mean(squares)).isCloseTo(posteriorVariance, within(0.01));
        assertThat(Math.exp(weights.logMean())).isCloseTo(evidence, within(0.01 * evidence));
        double expectedSize = n * expectedRelativeSize(y, s);
        assertThat(weights.effectiveSampleSize()).isCloseTo(expectedSize, within(0.03 * expectedSize));
    }

    /** (E w)^2 / E w^2 for a normal likelihood under a standard normal prior, in closed form. */
    private static double expectedRelativeSize(double y, double s) {
        double first = Math.exp(-0.5 * y * y / (1 + s * s)) * s / Math.sqrt(1 + s * s);
        double half = s * s / 2;
        double second = Math.exp(-0.5 * y * y / (1 + half)) * Math.sqrt(half / (1 + half));
        return first * first / second;
    }

    @Test
    void temperatureKeepsTheWantedSize() {
        KeyedRandom random = new KeyedRandom(3);
        double[] logs = new double[500];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = -40 * Math.pow(random.normal(i, 0, Process.OTHER, 0) - 2, 2);
        }
        double power = Temperature.forEffectiveSize(logs, 60);
        assertThat(power).isBetween(0.0, 1.0);
        assertThat(Weights.tempered(logs, power).effectiveSampleSize()).isCloseTo(60, within(0.01));
        assertThat(Temperature.forEffectiveSize(new double[500], 60)).isEqualTo(1);
    }
}
