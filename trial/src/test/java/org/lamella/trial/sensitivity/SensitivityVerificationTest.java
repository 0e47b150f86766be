package org.lamella.trial.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.bone.BoneParameters;
import org.lamella.patient.OiType;

class SensitivityVerificationTest {
    private record Function(int dimension, java.util.function.ToDoubleFunction<double[]> f) implements Experiment {
        @Override
        public List<String> outputs() {
            return List.of("f");
        }

        @Override
        public double[] at(double[] position) {
            return new double[] {f.applyAsDouble(position)};
        }
    }

    /**
     * Ishigami and Homma 1990 with a = 7, b = 0.1 on -pi to pi; analytic shares of variance, for example in Saltelli et
     * al. 2008, Global Sensitivity Analysis, section 4.
     */
    private static final Function ISHIGAMI = new Function(3, u -> {
        double x1 = Math.PI * (2 * u[0] - 1);
        double x2 = Math.PI * (2 * u[1] - 1);
        double x3 = Math.PI * (2 * u[2] - 1);
        return Math.sin(x1) + 7 * Math.pow(Math.sin(x2), 2) + 0.1 * Math.pow(x3, 4) * Math.sin(x1);
    });

    @Test
    void sharesOfVarianceOfIshigami() {
        SobolIndices.Share[][] shares = SobolIndices.of(ISHIGAMI, 3, 40_000, 1, done -> {});
        double pi4 = Math.pow(Math.PI, 4);
        double v1 = 0.5 * Math.pow(1 + 0.1 * pi4 / 5, 2);
        double v2 = 49.0 / 8;
        double v13 = 0.01 * pi4 * pi4 * (1.0 / 18 - 1.0 / 50);
        double v = v1 + v2 + v13;
        for (SobolIndices.Share[] factor : shares) {
            assertThat(factor[0].firstError()).isBetween(1e-4, 0.01);
            assertThat(factor[0].totalError()).isBetween(1e-4, 0.01);
        }
        assertThat(shares[0][0].first()).isCloseTo(v1 / v, within(4 * shares[0][0].firstError()));
        assertThat(shares[1][0].total()).isCloseTo(v2 / v, within(4 * shares[1][0].totalError()));
        assertThat(shares[0][0].first()).isCloseTo(v1 / v, within(0.03));
        assertThat(shares[1][0].first()).isCloseTo(v2 / v, within(0.03));
        assertThat(shares[2][0].first()).isCloseTo(0, within(0.03));
        assertThat(shares[0][0].total()).isCloseTo((v1 + v13) / v, within(0.03));
        assertThat(shares[1][0].total()).isCloseTo(v2 / v, within(0.03));
        assertThat(shares[2][0].total()).isCloseTo(v13 / v, within(0.03));
    }

    /** Effects of Ishigami over the grid of four levels, by enumeration of all moves. */
    @Test
    void elementaryEffectsOfIshigami() {
        ElementaryEffects.Effect[][] effects = ElementaryEffects.of(ISHIGAMI, 3, 4000, 1, done -> {});
        for (int factor = 0; factor < 3; factor++) {
            double sum = 0;
            double absolute = 0;
            int moves = 0;
            for (int level = 0; level < 2; level++) {
                for (int a = 0; a < 4; a++) {
                    for (int b = 0; b < 4; b++) {
                        double[] low = {a / 3.0, b / 3.0, b / 3.0};
                        low[(factor + 1) % 3] = a / 3.0;
                        low[(factor + 2) % 3] = b / 3.0;
                        low[factor] = level / 3.0;
                        double[] high = low.clone();
                        high[factor] += 2.0 / 3;
                        double effect = (ISHIGAMI.at(high)[0] - ISHIGAMI.at(low)[0]) * 1.5;
                        sum += effect;
                        absolute += Math.abs(effect);
                        moves++;
                    }
                }
            }
            ElementaryEffects.Effect found = effects[factor][0];
            assertThat(found.meanAbsolute()).isCloseTo(absolute / moves, within(5 * found.standardError() + 1e-9));
            assertThat(found.mean())
                    .isCloseTo(sum / moves, within(0.05 * absolute / moves + 5 * found.standardError()));
        }
    }

    /** A linear function has constant effects, whatever the trajectories. */
    @Test
    void effectsOfALinearFunctionAreItsSlopes() {
        Function linear = new Function(4, u -> 3 * u[0] - 2 * u[1] + 0.5 * u[3]);
        ElementaryEffects.Effect[][] effects = ElementaryEffects.of(linear, 4, 6, 9, done -> {});
        double[] slopes = {3, -2, 0, 0.5};
        for (int f = 0; f < 4; f++) {
            assertThat(effects[f][0].mean()).isCloseTo(slopes[f], within(1e-12));
            assertThat(effects[f][0].meanAbsolute()).isCloseTo(Math.abs(slopes[f]), within(1e-12));
            assertThat(effects[f][0].sd()).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void everyFactorIsAParameterInsideItsRange() {
        BoneParameters parameters = BoneParameters.load();
        for (OiType type : new OiType[] {OiType.I, OiType.III, OiType.IV}) {
            List<SensitivityFactor> factors = SensitivityFactors.load(parameters, type);
            assertThat(factors).hasSizeGreaterThan(40);
            for (SensitivityFactor factor : factors) {
                assertThat(parameters.get(factor.id()).value()).as(factor.id()).isBetween(factor.low(), factor.high());
                assertThat(factor.at(0)).isCloseTo(factor.low(), within(1e-12 * Math.abs(factor.low())));
                assertThat(factor.at(1)).isCloseTo(factor.high(), within(1e-9 * Math.abs(factor.high())));
            }
        }
    }

    /** Uptake of the drug raises spine Z; falls break limbs but, without chance, move no density. */
    @Test
    void theChoiceMovesAsItsFactorsSay() {
        BoneParameters parameters = BoneParameters.load();
        List<SensitivityFactor> factors = SensitivityFactors.load(parameters, OiType.IV).stream()
                .filter(f -> f.id().equals("bisphosphonate.uptake") || f.id().equals("hazard.leg_exposure_start"))
                .toList();
        ChoiceOfTreatment choice = new ChoiceOfTreatment(parameters, factors, OiType.IV, 8);
        ElementaryEffects.Effect[][] effects = ElementaryEffects.of(choice, 2, 3, 1, done -> {});
        assertThat(effects[0][1].mean()).as("uptake, spine Z").isPositive();
        assertThat(effects[1][1].meanAbsolute()).as("falls, spine Z").isZero();
        assertThat(effects[1][2].mean()).as("falls, fractures").isPositive();
        SensitivityReport report = new SensitivityReport(choice.outputs(), factors, effects);
        SensitivityReport again =
                new SensitivityReport(choice.outputs(), factors, ElementaryEffects.of(choice, 2, 3, 1, done -> {}));
        assertThat(report.csv()).isEqualTo(again.csv());
        assertThat(report.svg()).startsWith("<svg").contains("bisphosphonate.uptake");
    }

    /** A factor that leads one answer is chosen, also when it does nothing to another. */
    @Test
    void theLeadingFactorsOfAllAnswersAreChosen() {
        ElementaryEffects.Effect[][] effects = new ElementaryEffects.Effect[4][2];
        double[][] sizes = {{0.1, 5}, {3, 0}, {0.2, 1}, {1, 4.9}};
        for (int f = 0; f < 4; f++) {
            for (int o = 0; o < 2; o++) {
                effects[f][o] = new ElementaryEffects.Effect(sizes[f][o], sizes[f][o], 0, 0);
            }
        }
        assertThat(VarianceReport.leading(effects, 3)).containsExactly(0, 1, 3);
        List<SensitivityFactor> factors =
                List.of(new SensitivityFactor("a", 0, 1, "test"), new SensitivityFactor("b", 0, 1, "test"));
        SobolIndices.Share[][] shares = {
            {new SobolIndices.Share(0.2, 0.01, 0.3, 0.02)}, {new SobolIndices.Share(0.6, 0.03, 0.7, 0.04)}
        };
        VarianceReport report = new VarianceReport(List.of("z"), factors, shares);
        assertThat(report.markdown())
                .contains("| `b` | 0.60 / 0.70 |\n| `a` | 0.20 / 0.30 |")
                .contains("| sum of first shares | 0.80 |")
                .contains("0.040");
        assertThat(report.csv()).contains("\"z\",b,0.6000,0.0300,0.7000,0.0400\n");
    }

    @Test
    void aRangeWithoutExtentIsRefused() {
        assertThatThrownBy(() -> new SensitivityFactor("x", 2, 1, "y")).hasMessageContaining("2.0 to 1.0");
    }
}
