package org.lamella.patient.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The generator against published vectors, and the distributions against their moments. */
class KeyedRandomVerificationTest {
    private static final KeyedRandom RANDOM = new KeyedRandom(20261122L);

    /** Known-answer vectors of philox4x32, 10 rounds, in the file kat_vectors of Random123 (doi:10.1145/2063384.2063405). */
    @Test
    void knownAnswersOfRandom123() {
        assertThat(Philox.first64(0, 0, 0, 0, 0L)).isEqualTo(word(0x6627e8d5, 0xe169c58d));
        assertThat(Philox.first64(-1, -1, -1, -1, -1L)).isEqualTo(word(0x408f276d, 0x41c83b0e));
        assertThat(Philox.first64(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, word(0xa4093822, 0x299f31d0)))
                .isEqualTo(word(0xd16cfe09, 0x94fdcceb));
    }

    @Test
    void sameKeySameNumberAndEveryPartOfTheKeyMatters() {
        Set<Long> seen = new HashSet<>();
        for (long patient : new long[] {0, 1, 1L << 32, -1}) {
            for (int replicate : new int[] {0, 1, KeyedRandom.MAX_REPLICATES - 1}) {
                for (Process process : Process.values()) {
                    for (int index : new int[] {0, 1, Integer.MAX_VALUE}) {
                        long bits = RANDOM.bits(patient, replicate, process, index);
                        assertThat(RANDOM.bits(patient, replicate, process, index))
                                .isEqualTo(bits);
                        assertThat(seen.add(bits)).isTrue();
                    }
                }
            }
        }
    }

    @Test
    void processCodesAreUniqueAndFitTheirField() {
        Set<Integer> codes = new HashSet<>();
        for (Process process : Process.values()) {
            assertThat(codes.add(process.code())).isTrue();
            assertThat(process.code()).isBetween(0, 4095);
        }
    }

    @Test
    void momentsOfTheThreeDistributions() {
        int n = 200_000;
        double sumU = 0;
        double sumN = 0;
        double sumN2 = 0;
        double sumN4 = 0;
        double sumE = 0;
        double sumE2 = 0;
        for (int i = 0; i < n; i++) {
            double u = RANDOM.uniform(i, 0, Process.OTHER, 0);
            double z = RANDOM.normal(i, 0, Process.OTHER, 1);
            double e = RANDOM.exponential(i, 0, Process.OTHER, 2);
            sumU += u;
            sumN += z;
            sumN2 += z * z;
            sumN4 += z * z * z * z;
            sumE += e;
            sumE2 += e * e;
        }
        double se = 1 / Math.sqrt(n);
        assertThat(sumU / n).isCloseTo(0.5, within(4 * se * Math.sqrt(1.0 / 12)));
        assertThat(sumN / n).isCloseTo(0, within(4 * se));
        assertThat(sumN2 / n).isCloseTo(1, within(4 * se * Math.sqrt(2)));
        assertThat(sumN4 / n).isCloseTo(3, within(4 * se * Math.sqrt(96)));
        assertThat(sumE / n).isCloseTo(1, within(4 * se));
        assertThat(sumE2 / n).isCloseTo(2, within(4 * se * Math.sqrt(20)));
    }

    /** 50 chi-square tests with 64 cells at the 1 % level; more than 4 failures have a probability below 0.0002. */
    @Test
    void uniformAlongEachDirectionOfTheKey() {
        double critical = 92.01; // 99th centile of chi-square with 63 degrees of freedom
        int failures = 0;
        for (int test = 0; test < 50; test++) {
            int[] cells = new int[64];
            int n = 6400;
            for (int i = 0; i < n; i++) {
                double u = switch (test % 3) {
                    case 0 -> RANDOM.uniform(i, 0, Process.TRAITS, test);
                    case 1 -> RANDOM.uniform(test, i, Process.TRAITS, 0);
                    default -> RANDOM.uniform(test, 0, Process.TRAITS, i);
                };
                cells[(int) (u * 64)]++;
            }
            double chi2 = 0;
            for (int count : cells) {
                chi2 += (count - 100.0) * (count - 100.0) / 100;
            }
            if (chi2 > critical) {
                failures++;
            }
        }
        assertThat(failures).isLessThanOrEqualTo(4);
    }

    @Test
    void neighbouringStreamsAreUncorrelated() {
        int n = 100_000;
        double product = 0;
        for (int i = 0; i < n; i++) {
            product += RANDOM.normal(i, 0, Process.TRAITS, 0) * RANDOM.normal(i + 1L, 0, Process.TRAITS, 0)
                    + RANDOM.normal(i, 0, Process.TRAITS, 0) * RANDOM.normal(i, 0, Process.TRAITS, 1)
                    + RANDOM.normal(i, 0, Process.TRAITS, 0) * RANDOM.normal(i, 1, Process.TRAITS, 0);
        }
        assertThat(product / n).isCloseTo(0, within(4 * Math.sqrt(3.0 / n)));
    }

    /** Quantiles computed with SciPy 1.17.1 (scipy.special.ndtri). */
    @Test
    void normalQuantiles() {
        assertThat(NormalQuantile.of(0.5)).isZero();
        assertThat(NormalQuantile.of(0.975)).isCloseTo(1.959963984540054, within(1e-14));
        assertThat(NormalQuantile.of(0.3)).isCloseTo(-0.5244005127080409, within(1e-15));
        assertThat(NormalQuantile.of(0.01)).isCloseTo(-2.3263478740408408, within(1e-14));
        assertThat(NormalQuantile.of(1e-12)).isCloseTo(-7.034483825301131, within(1e-13));
        assertThat(NormalQuantile.of(1e-17)).isCloseTo(-8.493793224109599, within(1e-13));
    }

    @Test
    void refusesWhatLiesOutsideItsRange() {
        assertThatThrownBy(() -> RANDOM.bits(1, -1, Process.OTHER, 0)).hasMessageContaining("replicate: found -1");
        assertThatThrownBy(() -> RANDOM.below(0, 1, 0, Process.OTHER, 0)).hasMessageContaining("bound: found 0");
        assertThatThrownBy(() -> NormalQuantile.of(1.0)).hasMessageContaining("probability: found 1.0");
    }

    private static long word(int low, int high) {
        return (low & 0xFFFFFFFFL) | ((long) high << 32);
    }
}
