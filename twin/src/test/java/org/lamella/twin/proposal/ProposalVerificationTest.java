package org.lamella.twin.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.twin.weight.Weights;

class ProposalVerificationTest {
    private static final KeyedRandom RANDOM = new KeyedRandom(42);
    private static final SiblingKeys KEYS = new SiblingKeys("twin-a");

    /** Linear model y = a'z + e in six dimensions; the posterior is normal with known mean and covariance. */
    private static final double[] LOADING = {1.0, -0.8, 0.5, 0, 0, 0.3};

    private static final double NOISE = 0.15;
    private static final double OBSERVED = 2.4;

    private static double logLikelihood(double[] z) {
        double predicted = 0;
        for (int i = 0; i < z.length; i++) {
            predicted += LOADING[i] * z[i];
        }
        return -0.5 * Math.pow((OBSERVED - predicted) / NOISE, 2);
    }

    private static double[][] run(Rounds rounds, int siblings, double[] logLikelihoods) {
        double[][] positions = new double[siblings][];
        for (int r = 0; r < rounds.count(); r++) {
            for (int i = rounds.first(r); i < rounds.end(r); i++) {
                positions[i] = rounds.proposal(r).draw(new SiblingDraws(RANDOM, KEYS.of(i)));
                logLikelihoods[i] = logLikelihood(positions[i]);
            }
            if (r + 1 < rounds.count()) {
                rounds.learn(r, positions, logLikelihoods);
            }
        }
        return positions;
    }

    @Test
    void roundsFindTheNormalPosteriorWithAUsefulEffectiveSize() {
        int n = 4000;
        Rounds rounds = new Rounds(n, LOADING.length);
        double[] logs = new double[n];
        double[][] positions = run(rounds, n, logs);
        Weights weights = Weights.ofLog(rounds.logWeights(n, positions, logs));
        double norm = 0;
        for (double a : LOADING) {
            norm += a * a;
        }
        double gain = OBSERVED / (norm + NOISE * NOISE);
        for (int j = 0; j < LOADING.length; j++) {
            double[] coordinate = new double[n];
            for (int i = 0; i < n; i++) {
                coordinate[i] = positions[i][j];
            }
            double error = 1 / Math.sqrt(weights.effectiveSampleSize());
            assertThat(weights.mean(coordinate)).isCloseTo(LOADING[j] * gain, within(4 * error));
        }
        assertThat(weights.effectiveSampleSize()).isGreaterThan(1500);
        double[] fromPrior = new double[n];
        for (int i = 0; i < n; i++) {
            double[] z = new StandardNormal(LOADING.length).draw(new SiblingDraws(RANDOM, KEYS.of(i)));
            fromPrior[i] = logLikelihood(z);
        }
        assertThat(Weights.ofLog(fromPrior).effectiveSampleSize())
                .as("drawing from the prior alone would waste most siblings")
                .isLessThan(weights.effectiveSampleSize() / 5);
        // Weighted back to the prior, the same siblings still stand for it.
        Weights asPrior = Weights.ofLog(rounds.logPriorWeights(n, positions));
        double[] first = new double[n];
        for (int i = 0; i < n; i++) {
            first[i] = positions[i][0];
        }
        assertThat(asPrior.mean(first)).isCloseTo(0, within(4 / Math.sqrt(asPrior.effectiveSampleSize())));
    }

    @Test
    void moreSiblingsExtendTheFirstOnesAndChangeNone() {
        for (int few : new int[] {100, 300, 500, 800, 2000}) {
            double[] fewLogs = new double[few];
            double[][] first = run(new Rounds(few, LOADING.length), few, fewLogs);
            double[] manyLogs = new double[3000];
            double[][] more = run(new Rounds(3000, LOADING.length), 3000, manyLogs);
            for (int i = 0; i < few; i++) {
                assertThat(more[i]).containsExactly(first[i]);
            }
        }
    }

    @Test
    void densityOfTheHeavyTailsIntegratesToOne() {
        double[][] positions = {{-1}, {0}, {1}, {2}};
        HeavyTailed t = HeavyTailed.learned(positions, Weights.equal(4), 1.3);
        DefensiveMixture mixture = new DefensiveMixture(new StandardNormal(1), t, 0.1);
        double alone = 0;
        double mixed = 0;
        double h = 0.001;
        for (int i = -60_000; i < 60_000; i++) {
            double[] x = {(i + 0.5) * h};
            alone += h * Math.exp(t.logDensity(x));
            mixed += h * Math.exp(mixture.logDensity(x));
        }
        assertThat(alone).isCloseTo(1, within(1e-5));
        assertThat(mixed).isCloseTo(1, within(1e-5));
    }

    @Test
    void eigenvectorsRebuildTheMatrix() {
        double[][] a = {{2, -1, 0.5}, {-1, 3, 0.2}, {0.5, 0.2, 1}};
        Eigen eigen = Eigen.of(a);
        double[][] same = eigen.with(v -> v);
        double[][] inverse = eigen.with(v -> 1 / v);
        for (int i = 0; i < 3; i++) {
            assertThat(same[i]).containsExactly(a[i], within(1e-12));
            for (int j = 0; j < 3; j++) {
                double product = 0;
                for (int k = 0; k < 3; k++) {
                    product += a[i][k] * inverse[k][j];
                }
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-12));
            }
        }
        assertThat(eigen.value(0) + eigen.value(1) + eigen.value(2)).isCloseTo(6, within(1e-12));
    }

    /** Of twenty traits one is informed: the others keep the prior although their sample variances scatter. */
    @Test
    void onlyInformedDirectionsAreNarrowed() {
        int d = 20;
        double[][] positions = new double[300][];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = new StandardNormal(d).draw(new SiblingDraws(RANDOM, KEYS.of(i)));
            positions[i][4] *= 0.1;
        }
        HeavyTailed learned = HeavyTailed.learned(positions, Weights.equal(300), 1);
        double[] informed = new double[d];
        double[] free = new double[d];
        for (int i = 0; i < 20_000; i++) {
            double[] x = learned.draw(new SiblingDraws(RANDOM, KEYS.of(100_000 + i)));
            for (int j = 0; j < d; j++) {
                free[j] += x[j] * x[j] / 20_000;
            }
            informed[4] += x[4] * x[4] / 20_000;
        }
        assertThat(informed[4]).isCloseTo(0.01, within(0.002));
        assertThat(free[0]).isCloseTo(1, within(0.06));
        assertThat(free[13]).isCloseTo(1, within(0.06));
    }

    @Test
    void gammaFunctionAtHalves() {
        assertThat(HeavyTailed.logGammaOfHalf(2)).isCloseTo(0, within(1e-15));
        assertThat(HeavyTailed.logGammaOfHalf(1)).isCloseTo(0.5 * Math.log(Math.PI), within(1e-15));
        assertThat(HeavyTailed.logGammaOfHalf(12)).isCloseTo(Math.log(120), within(1e-12));
        assertThat(HeavyTailed.logGammaOfHalf(5)).isCloseTo(Math.log(0.75 * Math.sqrt(Math.PI)), within(1e-12));
    }

    @Test
    void keysOfTwoPatientsDoNotMeet() {
        SiblingKeys other = new SiblingKeys("twin-b");
        assertThat(other.of(0)).isNotEqualTo(KEYS.of(0));
        assertThat(KEYS.of(5) - KEYS.of(4)).isEqualTo(1);
        assertThat(KEYS.ofPatient()).isNotEqualTo(KEYS.of(0));
    }
}
