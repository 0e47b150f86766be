package org.lamella.bone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;

/** Own exponential, logarithm and normal distribution against references, with the stated bounds. */
class ElementaryVerificationTest {
    private static final KeyedRandom RANDOM = new KeyedRandom(7);

    private static double draw(int i, double low, double high) {
        return low + (high - low) * RANDOM.uniform(i, 0, Process.OTHER, 0);
    }

    /** Taylor series in 40 digits. */
    private static BigDecimal exact(double x) {
        MathContext digits = new MathContext(40);
        int halvings = 12;
        BigDecimal r = new BigDecimal(x).divide(BigDecimal.valueOf(1L << halvings), digits);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; k < 30; k++) {
            term = term.multiply(r, digits).divide(BigDecimal.valueOf(k), digits);
            sum = sum.add(term, digits);
        }
        for (int k = 0; k < halvings; k++) {
            sum = sum.multiply(sum, digits);
        }
        return sum;
    }

    @Test
    void exponentialWithinTwoUlp() {
        double worst = 0;
        for (int i = 0; i < 2000; i++) {
            double x = draw(i, -30, 30);
            double got = Elementary.exp(x);
            double ulps = exact(x).subtract(new BigDecimal(got)).abs().doubleValue() / Math.ulp(got);
            worst = Math.max(worst, ulps);
        }
        assertThat(worst).isLessThanOrEqualTo(2);
    }

    @Test
    void moderateExponentialWithinTwentyUlp() {
        for (int i = 0; i < 200_000; i++) {
            double x = draw(i, -2.8, 2.8);
            double reference = StrictMath.exp(x);
            assertThat(Math.abs(Elementary.expModerate(x) - reference)).isLessThanOrEqualTo(20 * Math.ulp(reference));
        }
        assertThat(Elementary.expModerate(0)).isEqualTo(1);
    }

    /** Many lanes at once, whole and in part, give the bits of one. */
    @Test
    void manyLanesGiveTheSameBits() {
        int lanes = 37;
        LaneFunctions many = new LaneFunctions(lanes);
        double[] x = new double[lanes];
        for (int round = 0; round < 4000; round++) {
            for (int i = 0; i < lanes; i++) {
                x[i] = draw(round * lanes + i, -9, 9);
            }
            int from = round % 5;
            int until = lanes - round % 7;
            sameBits(x, from, until, y -> many.exp(y, from, until), Elementary::exp);
            sameBits(x, from, until, y -> many.expModerate(y, from, until), Elementary::expModerate);
            sameBits(x, from, until, y -> many.normalCdf(y, from, until), Elementary::normalCdf);
            java.util.Arrays.setAll(x, i -> StrictMath.exp(x[i]));
            sameBits(x, from, until, y -> many.log(y, from, until), Elementary::log);
            double p = round % 6;
            sameBits(x, from, until, y -> many.pow(y, p, from, until), v -> Elementary.pow(v, p));
        }
    }

    private static void sameBits(
            double[] x,
            int from,
            int until,
            java.util.function.Consumer<double[]> many,
            java.util.function.DoubleUnaryOperator one) {
        double[] got = x.clone();
        many.accept(got);
        for (int i = 0; i < x.length; i++) {
            assertThat(got[i]).isEqualTo(i >= from && i < until ? one.applyAsDouble(x[i]) : x[i]);
        }
    }

    @Test
    void exponentialOverItsWholeRange() {
        for (int i = 0; i < 200_000; i++) {
            double x = draw(i, -700, 700);
            assertThat(Math.abs(Elementary.exp(x) / StrictMath.exp(x) - 1)).isLessThan(5e-16);
        }
        assertThat(Elementary.exp(0)).isEqualTo(1);
        assertThat(Elementary.exp(1e9)).isEqualTo(Elementary.exp(700)).isFinite();
        assertThat(Elementary.exp(-1e9)).isEqualTo(Elementary.exp(-700)).isPositive();
    }

    @Test
    void logarithmWithinThreeUlp() {
        for (int i = 0; i < 200_000; i++) {
            double x = StrictMath.exp(draw(i, -20, 20));
            double reference = StrictMath.log(x);
            assertThat(Math.abs(Elementary.log(x) - reference)).isLessThanOrEqualTo(3 * Math.ulp(reference));
        }
        for (int i = 0; i < 50_000; i++) {
            double x = draw(i, 0.6, 1.5);
            double reference = StrictMath.log(x);
            assertThat(Math.abs(Elementary.log(x) - reference)).isLessThanOrEqualTo(3 * Math.ulp(reference));
        }
        assertThat(Elementary.log(1)).isZero();
        assertThat(Elementary.log(Double.MIN_NORMAL)).isCloseTo(StrictMath.log(Double.MIN_NORMAL), within(1e-12));
    }

    @Test
    void powers() {
        for (int i = 0; i < 20_000; i++) {
            double x = draw(i, 0.01, 50);
            double p = draw(i + 1, -4, 4);
            assertThat(Math.abs(Elementary.pow(x, p) / StrictMath.pow(x, p) - 1))
                    .isLessThan(2e-14);
        }
    }

    /** Reference values computed with mpmath in 40 digits. */
    @Test
    void normalDistribution() {
        double[][] table = {
            {-6.9, 2.6001269656381663354e-12},
            {-5, 2.8665157187919391167e-7},
            {-3.3, 0.0004834241423837775071},
            {-2.31, 0.010444077061951085127},
            {-1, 0.15865525393145705141},
            {-0.1, 0.46017216272297101633},
            {0, 0.5},
            {0.7, 0.75803634777692697138},
            {2.5, 0.99379033467422386483},
            {5, 0.99999971334842812081}
        };
        for (double[] row : table) {
            assertThat(Math.abs(Elementary.normalCdf(row[0]) / row[1] - 1)).isLessThan(1e-14);
            assertThat(Elementary.normalCdf(row[0])).isCloseTo(row[1], within(1e-15));
        }
    }

    @Test
    void normalDistributionIsMonotoneAndSymmetric() {
        double before = 0;
        for (double x = -7; x <= 7; x += 0.001) {
            double now = Elementary.normalCdf(x);
            assertThat(now).isGreaterThanOrEqualTo(before);
            assertThat(now + Elementary.normalCdf(-x)).isCloseTo(1, within(1e-15));
            before = now;
        }
    }
}
