package org.lamella.trial.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The classical growth data of Potthoff and Roy (Biometrika 1964;51:313, doi:10.1093/biomet/51.3-4.313), with the maximum
 * likelihood fits that Jennrich and Schluchter published for them (Biometrics 1986;42:805, doi:10.2307/2530695).
 */
class RepeatedMeasuresValidationTest {
    private static final double[][] GIRLS = {
        {21.0, 20.0, 21.5, 23.0}, {21.0, 21.5, 24.0, 25.5}, {20.5, 24.0, 24.5, 26.0}, {23.5, 24.5, 25.0, 26.5},
        {21.5, 23.0, 22.5, 23.5}, {20.0, 21.0, 21.0, 22.5}, {21.5, 22.5, 23.0, 25.0}, {23.0, 23.0, 23.5, 24.0},
        {20.0, 21.0, 22.0, 21.5}, {16.5, 19.0, 19.0, 19.5}, {24.5, 25.0, 28.0, 28.0}
    };
    private static final double[][] BOYS = {
        {26.0, 25.0, 29.0, 31.0}, {21.5, 22.5, 23.0, 26.5}, {23.0, 22.5, 24.0, 27.5}, {25.5, 27.5, 26.5, 27.0},
        {20.0, 23.5, 22.5, 26.0}, {24.5, 25.5, 27.0, 28.5}, {22.0, 22.0, 24.5, 26.5}, {24.0, 21.5, 24.5, 25.5},
        {23.0, 20.5, 31.0, 26.0}, {27.5, 28.0, 31.0, 31.5}, {23.0, 23.0, 23.5, 25.0}, {21.5, 23.5, 24.0, 28.0},
        {17.0, 24.5, 26.0, 29.5}, {22.5, 25.5, 25.5, 26.0}, {23.0, 24.5, 26.0, 30.0}, {22.0, 21.5, 23.5, 25.0}
    };
    private static final double[][] LINE = {{1, 8}, {1, 10}, {1, 12}, {1, 14}};

    private static RepeatedMeasures growth(boolean line) {
        RepeatedMeasures model = line ? new RepeatedMeasures(LINE, 2) : RepeatedMeasures.everyVisit(4, 2);
        for (double[] girl : GIRLS) {
            model.add(new double[] {1, 1}, girl);
        }
        for (double[] boy : BOYS) {
            model.add(new double[] {1, 0}, boy);
        }
        return model;
    }

    /** Models 1, 2, 7 and 5 of that paper: minus twice the log-likelihood. */
    @ParameterizedTest(name = "{1}, a line through the ages: {0}")
    @CsvSource({
        "false, UNSTRUCTURED, 416.509",
        "true, UNSTRUCTURED, 419.477",
        "true, COMPOUND_SYMMETRY, 428.639",
        "true, AUTOREGRESSIVE, 440.681"
    })
    void likelihoodAsPublished(boolean line, RepeatedMeasures.Structure structure, double published) {
        RepeatedMeasures.Fit fit = growth(line).fit(structure, RepeatedMeasures.Likelihood.FULL);
        assertThat(fit.minusTwoLogLikelihood()).isCloseTo(published, within(5e-4));
    }

    /** Without missing visits, each visit of the saturated model is an analysis of covariance of its own. */
    @Test
    void completeDataGiveTheAnalysisOfCovarianceOfEachVisit() {
        Random random = new Random(5);
        int n = 40;
        RepeatedMeasures model = RepeatedMeasures.everyVisit(3, 3);
        double[][] y = new double[3][n];
        double[] base = new double[n];
        boolean[] treated = new boolean[n];
        for (int i = 0; i < n; i++) {
            treated[i] = i % 2 == 0;
            base[i] = random.nextGaussian();
            double own = random.nextGaussian();
            for (int v = 0; v < 3; v++) {
                y[v][i] = 0.3 * v * (treated[i] ? 1 : 0) - 0.4 * base[i] + own + 0.5 * random.nextGaussian();
            }
            model.add(new double[] {1, treated[i] ? 1 : 0, base[i]}, new double[] {y[0][i], y[1][i], y[2][i]});
        }
        RepeatedMeasures.Fit fit =
                model.fit(RepeatedMeasures.Structure.UNSTRUCTURED, RepeatedMeasures.Likelihood.RESTRICTED);
        for (int v = 0; v < 3; v++) {
            Effect here = fit.atVisit(v, 1, 3);
            Effect ancova = RSaved.ancova(y[v], base, treated).difference();
            assertThat(here.estimate()).isCloseTo(ancova.estimate(), within(1e-9));
            assertThat(here.standardError()).isCloseTo(ancova.standardError(), within(1e-9));
            assertThat(here.low()).isCloseTo(ancova.low(), within(1e-7));
            assertThat(here.pValue()).isCloseTo(ancova.pValue(), within(1e-7));
        }
    }

    /**
     * The same children with visits taken away, against R (nlme 3.1 for the fit, lme4 and lmerTest 3.1 for the degrees of
     * freedom); {@code make_repeated.R} beside the data made both. Of the unstructured fit nlme's optimiser settles to five
     * digits. Our degrees of freedom take the expected information, lmerTest's the observed one, so they differ in the third
     * digit.
     */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "UNSTRUCTURED, RESTRICTED, unstructured_reml, 2e-5",
        "UNSTRUCTURED, FULL, unstructured_ml, 2e-5",
        "COMPOUND_SYMMETRY, RESTRICTED, compound_symmetry_reml, 1e-6",
        "COMPOUND_SYMMETRY, FULL, compound_symmetry_ml, 1e-6",
        "AUTOREGRESSIVE, RESTRICTED, autoregressive_reml, 1e-6",
        "AUTOREGRESSIVE, FULL, autoregressive_ml, 1e-6"
    })
    void missingVisitsAsR(
            RepeatedMeasures.Structure structure,
            RepeatedMeasures.Likelihood likelihood,
            String saved,
            double relative) {
        RSaved.Table t = RSaved.table("repeated.csv");
        RepeatedMeasures model = RepeatedMeasures.everyVisit(4, 2);
        double[] distance = t.get("distance");
        int missed = 0;
        for (int row = 0; row < distance.length; row += 4) {
            double[] child = java.util.Arrays.copyOfRange(distance, row, row + 4);
            missed += (int) java.util.Arrays.stream(child).filter(Double::isNaN).count();
            model.add(new double[] {1, t.get("girl")[row]}, child);
        }
        assertThat(missed).as("visits taken away").isEqualTo(17);
        RepeatedMeasures.Fit fit = model.fit(structure, likelihood);
        java.util.Map<String, Double> r = RSaved.expected("repeated_expected.csv");
        assertThat(fit.minusTwoLogLikelihood()).isCloseTo(r.get(saved + ".deviance"), within(1e-6));
        for (int v = 0; v < 4; v++) {
            Effect girl = fit.atVisit(v, 1, 2);
            double wanted = r.get(saved + ".girl" + (v + 1));
            assertThat(girl.estimate()).isCloseTo(wanted, within(relative * Math.abs(wanted)));
            double se = r.get(saved + ".girl" + (v + 1) + "_se");
            assertThat(girl.standardError()).isCloseTo(se, within(relative * se));
            if (saved.equals("compound_symmetry_reml")) {
                double[] weights = new double[8];
                weights[2 * v + 1] = 1;
                double df = r.get(saved + ".girl" + (v + 1) + "_df");
                assertThat(fit.freedom().degrees(weights)).isCloseTo(df, within(0.02 * df));
            }
        }
    }

    /** With missing visits, no nearby covariance is likelier: the fit is a maximum, for both likelihoods. */
    @ParameterizedTest
    @CsvSource({"RESTRICTED", "FULL"})
    void noNearbyCovarianceIsLikelier(RepeatedMeasures.Likelihood likelihood) {
        Random random = new Random(8);
        RepeatedMeasures model = RepeatedMeasures.everyVisit(3, 2);
        java.util.Map<Integer, Pattern> byMask = new java.util.TreeMap<>();
        for (int i = 0; i < 60; i++) {
            double own = random.nextGaussian();
            double[] y = new double[3];
            int mask = 0;
            for (int v = 0; v < 3; v++) {
                y[v] = v + own + random.nextGaussian() * (1 + v);
                boolean missing = v > 0 && random.nextDouble() < 0.25;
                y[v] = missing ? Double.NaN : y[v];
                mask |= missing ? 0 : 1 << v;
            }
            double[] z = {1, i % 2};
            model.add(z, y);
            byMask.computeIfAbsent(mask, m -> new Pattern(m, 3, 2)).add(z, y);
        }
        RepeatedMeasures.Fit fit = model.fit(RepeatedMeasures.Structure.UNSTRUCTURED, likelihood);
        double[][] identity = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b <= a; b++) {
                for (double step : new double[] {-1e-3, 1e-3}) {
                    double[][] moved = java.util.Arrays.stream(fit.covariance())
                            .map(double[]::clone)
                            .toArray(double[][]::new);
                    moved[a][b] += step;
                    moved[b][a] = moved[a][b];
                    double nearby = new GeneralisedLeastSquares(
                                    java.util.List.copyOf(byMask.values()), identity, 2, moved)
                            .minusTwoLogLikelihood(likelihood == RepeatedMeasures.Likelihood.RESTRICTED);
                    assertThat(nearby).isGreaterThan(fit.minusTwoLogLikelihood());
                }
            }
        }
    }
}
