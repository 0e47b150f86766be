package org.lamella.bone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Exact solutions of the cell equations C1 to C4. */
class CellsVerificationTest {
    private static final Cells.Constants C = Cells.Constants.from(Fixtures.PARAMETERS.bone());

    private final Cells cells = new Cells(new LaneArrays(1), C);

    private void run(double days, double step, double drive, double wnt) {
        StepLength length = Fixtures.step(1, step);
        for (long k = 0; k < Math.round(days / step); k++) {
            cells.precursors(0, 1, length, new double[] {drive});
            cells.osteoblasts(0, step, wnt);
        }
    }

    @Test
    void restAtOneWithoutDrugs() {
        run(3650, 1, 1, 1);
        assertThat(cells.precursors[0]).isCloseTo(1, within(1e-12));
        assertThat(cells.osteoblastPool[0]).isCloseTo(1, within(1e-12));
        assertThat(cells.vigour[0]).isCloseTo(1, within(1e-12));
    }

    @Test
    void precursorsUnderFullBlockRiseTo2Point63With395Days() {
        double limit = 1 / (1 - C.aX());
        double time = 1 / (C.kX() * (1 - C.aX()));
        assertThat(limit).isCloseTo(2.63, within(0.005));
        assertThat(time).isCloseTo(395, within(0.5));
        run(395, 1, 0, 1);
        double expected = limit - (limit - 1) * StrictMath.exp(-395 / time);
        assertThat(cells.precursors[0]).isCloseTo(expected, within(2e-3));
        run(20_000, 1, 0, 1);
        assertThat(cells.precursors[0]).isCloseTo(limit, within(1e-6));
    }

    @Test
    void stepOfTheWntDrivePeaksAndSettles() {
        double a = C.kY() * (C.hY() * 2.5 + 1 - C.hY());
        double rest = C.kY() / a;
        double peak = 0;
        int peakDay = 0;
        for (int day = 1; day <= 200; day++) {
            run(1, 0.01, 1, 2.5);
            double exact = 2.5 * rest * (1 - StrictMath.exp(-C.kB() * day))
                    + 2.5
                            * (1 - rest)
                            * C.kB()
                            / (C.kB() - a)
                            * (StrictMath.exp(-a * day) - StrictMath.exp(-C.kB() * day))
                    + StrictMath.exp(-C.kB() * day);
            assertThat(cells.vigour[0]).isCloseTo(exact, within(1e-3));
            if (cells.vigour[0] > peak) {
                peak = cells.vigour[0];
                peakDay = day;
            }
        }
        assertThat(peak).isCloseTo(1.61, within(0.01));
        assertThat(peakDay).isBetween(27, 29);
        run(2000, 1, 1, 2.5);
        assertThat(cells.vigour[0]).isCloseTo(2.5 / (C.hY() * 2.5 + 1 - C.hY()), within(1e-9));
        assertThat(cells.vigour[0]).isCloseTo(1.136, within(5e-4));
    }

    @Test
    void osteoclastsRestAtTheTurnoverTraitAndAnswerEachSignalMonotonically() {
        double[] load = {0.5, 1, 2};
        double[] before = new double[3];
        for (double drug : new double[] {0, 1, 4, 16}) {
            LaneArrays arrays = new LaneArrays(3);
            Traits traits = new Traits(arrays);
            Arrays.fill(traits.of(Trait.TURNOVER), 1.7);
            Osteoclasts.Constants constants =
                    Osteoclasts.Constants.from(Fixtures.PARAMETERS.bone(), Fixtures.PARAMETERS.drugs());
            Osteoclasts clasts = new Osteoclasts(arrays, "x", traits);
            Osteoclasts.Survival survival = new Osteoclasts.Survival(3, constants, new LaneFunctions(3));
            StepLength length = Fixtures.step(3, 7);
            for (int week = 0; week < 150; week++) {
                double[] one = {1, 1, 1};
                survival.renew(0, 3, length, new double[] {drug, drug, drug}, new double[] {drug, drug, drug});
                clasts.advance(0, 3, one, load, survival);
            }
            double[] c = clasts.activity;
            assertThat(c[0]).isLessThan(c[1]);
            assertThat(c[1]).isLessThan(c[2]);
            if (drug == 0) {
                assertThat(c[1]).isCloseTo(1.7, within(1e-9));
            } else {
                assertThat(c[1]).isLessThan(before[1]);
            }
            before = c.clone();
        }
    }

    /** For steady signals the step is exact at any length, with and without drug, and so is its mean. */
    @Test
    void osteoclastsFollowTheirExponentialAtAnyLength() {
        Osteoclasts.Constants constants =
                Osteoclasts.Constants.from(Fixtures.PARAMETERS.bone(), Fixtures.PARAMETERS.drugs());
        double days = 28;
        double[] drug = {0, 2};
        LaneArrays arrays = new LaneArrays(2);
        Osteoclasts clasts = new Osteoclasts(arrays, "x", new Traits(arrays));
        Osteoclasts.Survival survival = new Osteoclasts.Survival(2, constants, new LaneFunctions(2));
        Arrays.fill(clasts.activity, 3);
        survival.renew(0, 2, Fixtures.step(2, days), drug, drug);
        clasts.advance(0, 2, new double[] {1, 1}, new double[] {1, 1}, survival);
        for (int i = 0; i < 2; i++) {
            double deaths = 1 + constants.maxDeath() * drug[i] / (1 + drug[i]);
            double lost = constants.kC() * deaths * days;
            double left = StrictMath.exp(-lost);
            assertThat(clasts.activity[i]).isCloseTo(1 / deaths + (3 - 1 / deaths) * left, within(1e-13));
            double mean = 1 / deaths + (3 - 1 / deaths) * (1 - left) / lost;
            assertThat(clasts.meanActivity[i]).isCloseTo(mean, within(1e-13));
        }
    }

    /** Lanes without drug have the same bits whether or not others of the block have it. */
    @Test
    void survivalWithoutDrugDoesNotDependOnCompany() {
        Osteoclasts.Constants constants =
                Osteoclasts.Constants.from(Fixtures.PARAMETERS.bone(), Fixtures.PARAMETERS.drugs());
        Osteoclasts.Survival alone = new Osteoclasts.Survival(1, constants, new LaneFunctions(1));
        Osteoclasts.Survival together = new Osteoclasts.Survival(1, constants, new LaneFunctions(1));
        for (double days : new double[] {0.002, 0.5, 1, 3, 7, 28}) {
            StepLength length = Fixtures.step(1, days);
            alone.rest(0, 1, length);
            together.renew(0, 1, length, new double[1], new double[1]);
            assertThat(together.left[0]).isEqualTo(alone.left[0]);
            assertThat(together.meanLeft[0]).isEqualTo(alone.meanLeft[0]);
            assertThat(together.perLost[0]).isEqualTo(alone.perLost[0]);
            assertThat(together.lifetimeBefore[0]).isEqualTo(alone.lifetimeBefore[0]);
            assertThat(together.lifetimeAfter[0]).isEqualTo(alone.lifetimeAfter[0]);
        }
    }
}
