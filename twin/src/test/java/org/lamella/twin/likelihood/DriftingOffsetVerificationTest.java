package org.lamella.twin.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;

class DriftingOffsetVerificationTest {
    private static final SeriesError ERROR = new SeriesError(0.25, 0.6);

    /** An offset that hardly drifts is a constant one, whose likelihood is known as a sum over one number. */
    @Test
    void aLongMemoryIsAConstantOffset() {
        DriftingOffset offset = new DriftingOffset(ERROR, 1e9, 0, 1, 2);
        double[] a = {0.8, 1.1, 0.5};
        double[] b = {-0.2, 0.3, 0.1};
        assertThat(offset.logLikelihood(a) - offset.logLikelihood(b))
                .isCloseTo(ERROR.logLikelihood(a) - ERROR.logLikelihood(b), within(2e-3));
    }

    /** An offset without memory makes the scans independent. */
    @Test
    void aShortMemoryMakesScansIndependent() {
        DriftingOffset pair = new DriftingOffset(ERROR, 1e-6, 0, 1);
        DriftingOffset single = new DriftingOffset(ERROR, 1e-6, 0);
        assertThat(pair.logLikelihood(0.8, -0.7))
                .isCloseTo(single.logLikelihood(0.8) + single.logLikelihood(-0.7), within(1e-9));
    }

    /** Two-dimensional trapezium sum over the offsets at both scans. */
    @Test
    void twoScansAgreeWithADoubleIntegral() {
        DriftingOffset offset = new DriftingOffset(ERROR, 3, 0, 1.5);
        double[][] residuals = {{0.9, 1.4}, {-0.3, 0.6}};
        double[] sums = new double[2];
        double rho = Math.exp(-0.5);
        double step = 0.02;
        for (int r = 0; r < 2; r++) {
            for (double x = -6; x <= 6; x += step) {
                for (double y = -6; y <= 6; y += step) {
                    double e = (y - rho * x) / Math.sqrt(1 - rho * rho);
                    sums[r] += Math.exp(-0.5 * (x * x + e * e)
                            + StudentT4.logDensity((residuals[r][0] - 0.6 * x) / 0.25)
                            + StudentT4.logDensity((residuals[r][1] - 0.6 * y) / 0.25));
                }
            }
        }
        assertThat(offset.logLikelihood(residuals[0]) - offset.logLikelihood(residuals[1]))
                .isCloseTo(Math.log(sums[0] / sums[1]), within(5e-3));
    }

    /** Truth drawn from the model has a uniform rank among draws given the scans. */
    @Test
    void drawsGivenTheScansAreCalibrated() {
        double[] years = {0, 1, 2.5};
        DriftingOffset offset = new DriftingOffset(ERROR, 5, years);
        KeyedRandom random = new KeyedRandom(5);
        int children = 2000;
        double[] below = new double[years.length];
        double[] inside = new double[years.length];
        for (int i = 0; i < children; i++) {
            double[] truth = new double[years.length];
            double[] residuals = new double[years.length];
            for (int j = 0; j < years.length; j++) {
                double rho = j == 0 ? 0 : Math.exp(-(years[j] - years[j - 1]) / 5);
                truth[j] = (j == 0 ? 0 : rho * truth[j - 1])
                        + 0.6 * Math.sqrt(1 - rho * rho) * random.normal(i, 0, Process.MEASUREMENT, j);
                residuals[j] = truth[j]
                        + 0.25
                                * StudentT4.draw(
                                        random.normal(i, 0, Process.MEASUREMENT, 10 + j),
                                        random.uniform(i, 0, Process.MEASUREMENT, 20 + j),
                                        random.uniform(i, 0, Process.MEASUREMENT, 30 + j));
            }
            int draws = 39;
            int[] lower = new int[years.length];
            for (int d = 0; d < draws; d++) {
                int base = 100 + 10 * d;
                int child = i;
                double[] drawn = offset.draw(j -> random.uniform(child, 0, Process.MEASUREMENT, base + j), residuals);
                for (int j = 0; j < years.length; j++) {
                    lower[j] += drawn[j] < truth[j] ? 1 : 0;
                }
            }
            for (int j = 0; j < years.length; j++) {
                below[j] += lower[j] / (double) draws / children;
                inside[j] += lower[j] >= 2 && lower[j] < 38 ? 1.0 / children : 0;
            }
        }
        for (int j = 0; j < years.length; j++) {
            assertThat(below[j]).isCloseTo(0.5, within(0.03));
            assertThat(inside[j]).isCloseTo(0.9, within(0.03));
        }
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertThatThrownBy(() -> new DriftingOffset(ERROR, 0, 1)).hasMessageContaining("memory 0.0");
        assertThatThrownBy(() -> new DriftingOffset(new SeriesError(1, 0), 1, 1))
                .hasMessageContaining("spread 0.0");
    }
}
