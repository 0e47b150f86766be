package org.lamella.trial.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Boundaries of group-sequential looks against published ones. */
class GroupSequentialValidationTest {
    private static final double[] FIFTHS = {0.2, 0.4, 0.6, 0.8, 1};

    /**
     * Two-sided 5 %, five equal looks, spending of O'Brien and Fleming type: the widely tabulated boundaries of the program
     * of Reboussin, DeMets, Kim and Lan (Control Clin Trials 2000;21:190-207, doi:10.1016/S0197-2456(00)00057-X).
     */
    @Test
    void fiveLooksOfObrienAndFlemingType() {
        assertThat(GroupSequential.of(GroupSequential.Spending.OBRIEN_FLEMING, 0.05, FIFTHS)
                        .boundaries())
                .containsExactly(new double[] {4.8769, 3.3569, 2.6803, 2.2898, 2.0310}, within(2e-4));
    }

    /** The same program, spending of Pocock type. */
    @Test
    void fiveLooksOfPocockType() {
        assertThat(GroupSequential.of(GroupSequential.Spending.POCOCK, 0.05, FIFTHS)
                        .boundaries())
                .containsExactly(new double[] {2.4380, 2.4268, 2.4101, 2.3966, 2.3859}, within(2e-4));
    }

    /**
     * Pocock's constant boundaries (Biometrika 1977;64:191, doi:10.1093/biomet/64.2.191) and those of O'Brien and Fleming
     * (Biometrics 1979;35:549, doi:10.2307/2530245) as tabulated with three decimals by Jennison and Turnbull (Group
     * Sequential Methods, 2000, tables 2.1 and 2.3): each must spend 5 % in all.
     */
    @ParameterizedTest(name = "{0} looks: {1} constant, {2} falling")
    @CsvSource({"2, 2.178, 1.977", "3, 2.289, 2.004", "4, 2.361, 2.024", "5, 2.413, 2.040"})
    void classicalBoundariesSpendFivePerCent(int looks, double pocock, double obrien) {
        double[] information = new double[looks];
        double[] constant = new double[looks];
        double[] falling = new double[looks];
        for (int k = 0; k < looks; k++) {
            information[k] = (k + 1.0) / looks;
            constant[k] = pocock;
            falling[k] = obrien / Math.sqrt(information[k]);
        }
        assertThat(Arrays.stream(new GroupSequential(information, constant).stopping(0))
                        .sum())
                .isCloseTo(0.05, within(1e-4));
        assertThat(Arrays.stream(new GroupSequential(information, falling).stopping(0))
                        .sum())
                .isCloseTo(0.05, within(1e-4));
    }

    @Test
    void oneLookIsThePlainTest() {
        GroupSequential one = GroupSequential.of(GroupSequential.Spending.POCOCK, 0.05, 1);
        NormalDistribution normal = new NormalDistribution();
        assertThat(one.boundaries()[0]).isCloseTo(normal.inverseCumulativeProbability(0.975), within(1e-9));
        double drift = 2.8;
        double power = normal.cumulativeProbability(drift - one.boundaries()[0])
                + normal.cumulativeProbability(-drift - one.boundaries()[0]);
        assertThat(one.stopping(drift)[0]).isCloseTo(power, within(1e-9));
    }

    @Test
    void unequalLooksSpendExactlyAlpha() {
        for (GroupSequential.Spending spending : GroupSequential.Spending.values()) {
            double[] stop = GroupSequential.of(spending, 0.05, 0.3, 0.45, 1).stopping(0);
            assertThat(Arrays.stream(stop).sum()).isCloseTo(0.05, within(1e-6));
        }
    }

    @Test
    void refusesLooksThatDoNotRiseToOne() {
        assertThatThrownBy(() -> GroupSequential.of(GroupSequential.Spending.POCOCK, 0.05, 0.5, 0.4, 1))
                .hasMessageContaining("found 0.4 after 0.5");
        assertThatThrownBy(() -> GroupSequential.of(GroupSequential.Spending.POCOCK, 0.05, 0.5))
                .hasMessageContaining("accepted is 1");
    }
}
