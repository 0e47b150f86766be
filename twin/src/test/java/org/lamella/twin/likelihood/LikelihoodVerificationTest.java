package org.lamella.twin.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;

class LikelihoodVerificationTest {
    @Test
    void densityOfStudentIntegratesToItsDistributionFunction() {
        // Published 97.5 % point of t with 4 degrees of freedom: 2.776445.
        assertThat(StudentT4.cumulative(2.776445105)).isCloseTo(0.975, within(1e-9));
        assertThat(StudentT4.cumulative(0)).isEqualTo(0.5);
        double sum = 0;
        int steps = 200_000;
        double h = 30.0 / steps;
        for (int i = 0; i < steps; i++) {
            sum += h * Math.exp(StudentT4.logDensity(-30 + (i + 0.5) * h + 0));
        }
        assertThat(StudentT4.cumulative(0) - StudentT4.cumulative(-30)).isCloseTo(sum, within(1e-8));
    }

    @Test
    void drawsOfStudentHaveItsQuartiles() {
        KeyedRandom random = new KeyedRandom(1);
        int n = 100_000;
        int below = 0;
        int far = 0;
        for (int i = 0; i < n; i++) {
            double t = StudentT4.draw(
                    random.normal(i, 0, Process.MEASUREMENT, 0),
                    random.uniform(i, 0, Process.MEASUREMENT, 1),
                    random.uniform(i, 0, Process.MEASUREMENT, 2));
            below += t < -1 ? 1 : 0;
            far += Math.abs(t) > 2.776445 ? 1 : 0;
        }
        assertThat(below / (double) n).isCloseTo(StudentT4.cumulative(-1), within(0.005));
        assertThat(far / (double) n).isCloseTo(0.05, within(0.003));
    }

    @Test
    void withoutAnOffsetTheValuesAreIndependentStudents() {
        SeriesError error = new SeriesError(0.3, 0);
        double expected =
                StudentT4.logDensity(1.0 / 0.3) + StudentT4.logDensity(-0.2 / 0.3) - 2 * StudentT4.logDensity(0);
        assertThat(error.logLikelihood(1.0, -0.2)).isCloseTo(expected, within(1e-12));
        assertThat(error.cumulative(1.0, 0.7)).isCloseTo(StudentT4.cumulative(1), within(1e-12));
    }

    /** A much finer sum over the offset, to plus and minus eight standard deviations. */
    @Test
    void theSumOverTheOffsetHasConverged() {
        for (double ratio : new double[] {0.4, 1, 3}) {
            SeriesError error = new SeriesError(ratio, 1);
            double[] residuals = {0.8, 1.1, -0.3};
            double[] shifted = {-1.8, 0.1, 0.4};
            assertThat(error.logLikelihood(residuals) - error.logLikelihood(shifted))
                    .isCloseTo(fine(ratio, residuals) - fine(ratio, shifted), within(2e-4));
        }
    }

    private static double fine(double own, double... residuals) {
        double sum = 0;
        for (int i = -16_000; i <= 16_000; i++) {
            double offset = i * 5e-4;
            double log = -0.5 * offset * offset;
            for (double r : residuals) {
                log += StudentT4.logDensity((r - offset) / own);
            }
            sum += Math.exp(log);
        }
        return Math.log(sum);
    }

    @Test
    void aSharedOffsetForgivesACommonShiftButNotAChange() {
        SeriesError error = new SeriesError(0.2, 1.0);
        assertThat(error.logLikelihood(1, 1, 1)).isGreaterThan(error.logLikelihood(-1, 1, 0));
        SeriesError none = new SeriesError(0.2, 0);
        assertThat(none.logLikelihood(1, 1, 1)).isLessThan(none.logLikelihood(-1, 1, 0));
    }

    /** Three scans that agree with one another weigh more against a sibling than three times the doubt about one. */
    @Test
    void agreeingValuesCannotBePutAsideTogether() {
        SeriesError error = new SeriesError(0.33, 0.3);
        double one = error.logLikelihood(0) - error.logLikelihood(2);
        double three = error.logLikelihood(0, 0, 0) - error.logLikelihood(2, 2, 2);
        assertThat(three).isGreaterThan(2 * one);
    }

    /** With a constant hazard and a gamma prior the posterior is known: weights must reproduce its mean. */
    @Test
    void gammaPoissonPosteriorIsReproduced() {
        double shape = 2.5;
        double years = 6;
        int fractures = 4;
        double scale = 0.3;
        double numerator = 0;
        double denominator = 0;
        for (int i = 1; i < 200_000; i++) {
            double frailty = i * 1e-4;
            double prior = Math.pow(frailty, shape - 1) * Math.exp(-shape * frailty);
            double hazard = scale * frailty;
            double weight =
                    prior * Math.exp(FractureHistory.logLikelihood(fractures * Math.log(hazard), hazard * years));
            numerator += frailty * weight;
            denominator += weight;
        }
        assertThat(numerator / denominator)
                .isCloseTo(FractureHistory.meanFrailty(fractures, scale * years, shape), within(1e-6));
    }

    /** Integrating the frailty numerically gives the closed form. */
    @Test
    void integratedFrailtyAgreesWithNumericalIntegral() {
        double shape = 1.7;
        double h = 0.0002;
        double[][] cases = {{0, 0.8}, {3, 0.8}, {3, 5.0}};
        double[] integrals = new double[3];
        for (int c = 0; c < 3; c++) {
            int n = (int) cases[c][0];
            for (int i = 0; i < 200_000; i++) {
                double f = (i + 0.5) * h;
                integrals[c] += h * Math.exp((shape - 1) * Math.log(f) - shape * f + n * Math.log(f) - f * cases[c][1]);
            }
        }
        double zero = FractureHistory.logLikelihood(0, 0, 0.8, shape);
        double three = FractureHistory.logLikelihood(3, 0, 0.8, shape);
        double many = FractureHistory.logLikelihood(3, 0, 5.0, shape);
        assertThat(three - zero).isCloseTo(Math.log(integrals[1] / integrals[0]), within(1e-4));
        assertThat(many - three).isCloseTo(Math.log(integrals[2] / integrals[1]), within(1e-4));
    }
}
