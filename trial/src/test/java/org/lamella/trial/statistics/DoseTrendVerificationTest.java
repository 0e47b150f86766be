package org.lamella.trial.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Dose trends against exact data, ordinary least squares and simulation. */
class DoseTrendVerificationTest {
    private static double[][] diagonal(double... v) {
        double[][] m = new double[v.length][v.length];
        for (int i = 0; i < v.length; i++) {
            m[i][i] = v[i];
        }
        return m;
    }

    @Test
    void recoversAStraightLine() {
        DoseTrend trend =
                DoseTrend.of(new double[] {0, 1, 2, 4}, new double[] {3, 3.5, 4, 5}, diagonal(0.1, 0.2, 0.1, 0.3));
        assertThat(trend.slope().estimate()).isCloseTo(0.5, within(1e-12));
        assertThat(trend.test().shape()).isEqualTo("linear");
    }

    @Test
    void slopeOfEqualVariancesIsThatOfLeastSquares() {
        double[] dose = {0, 1, 3, 4};
        double[] y = {1.2, 0.7, 2.9, 3.1};
        DoseTrend trend = DoseTrend.of(dose, y, diagonal(0.04, 0.04, 0.04, 0.04));
        // sums of squares by hand: mean dose 2, Sxx 10, Sxy = -2*1.2 - 0.7 + 2.9 + 2*3.1 = 6.0
        assertThat(trend.slope().estimate()).isCloseTo(0.6, within(1e-12));
        assertThat(trend.slope().standardError()).isCloseTo(Math.sqrt(0.04 / 10), within(1e-12));
    }

    @Test
    void recoversACurveOfEmax() {
        double[] dose = {0, 0.5, 1, 2, 4, 8};
        double[] y = new double[dose.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = 2 + 10 * dose[i] / (1.5 + dose[i]);
        }
        DoseTrend trend = DoseTrend.of(dose, y, diagonal(0.01, 0.01, 0.01, 0.01, 0.01, 0.01));
        DoseTrend.Emax emax = Objects.requireNonNull(trend.emax());
        assertThat(emax.half()).isCloseTo(1.5, within(0.03));
        assertThat(emax.most()).isCloseTo(10, within(0.1));
        assertThat(emax.halfLow()).isLessThan(1.5);
        assertThat(emax.halfHigh()).isGreaterThan(1.5).isFinite();
        assertThat(trend.test().shape()).isEqualTo("emax");
    }

    @Test
    void twoShapesTogetherExceedAsSimulated() {
        Random random = new Random(3);
        int beyond = 0;
        int n = 400_000;
        for (int i = 0; i < n; i++) {
            double a = random.nextGaussian();
            double b = 0.8 * a + 0.6 * random.nextGaussian();
            beyond += Math.max(Math.abs(a), Math.abs(b)) > 2 ? 1 : 0;
        }
        double p = DoseTrend.eitherBeyond(2, 0.8);
        assertThat((double) beyond / n).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / n)));
        assertThat(DoseTrend.eitherBeyond(1.959964, 1)).isCloseTo(0.05, within(1e-6));
        assertThat(DoseTrend.eitherBeyond(1.959964, 0)).isCloseTo(1 - 0.95 * 0.95, within(1e-6));
    }

    @Test
    void trendTestKeepsItsErrorWhenDoseDoesNothing() {
        Random random = new Random(9);
        int significant = 0;
        int trials = 2000;
        for (int i = 0; i < trials; i++) {
            double[] y = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            significant += DoseTrend.of(new double[] {0, 1, 2, 4}, y, diagonal(1, 1, 1, 1))
                                    .test()
                                    .pValue()
                            < 0.05
                    ? 1
                    : 0;
        }
        assertThat(significant / (double) trials).isCloseTo(0.05, within(4 * Math.sqrt(0.05 * 0.95 / trials)));
    }
}
