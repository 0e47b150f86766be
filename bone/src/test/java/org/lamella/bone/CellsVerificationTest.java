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
        for (long k = 0; k < Math.round(days / step); k++) {
            cells.precursors(step, new double[] {drive});
            cells.osteoblasts(step, new double[] {wnt});
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
            Osteoclasts clasts = new Osteoclasts(arrays, "x", constants, traits);
            Osteoclasts.Survival survival = new Osteoclasts.Survival(3, constants);
            for (int day = 0; day < 1000; day++) {
                double[] one = {1, 1, 1};
                survival.renew(1, new double[] {drug, drug, drug}, new double[3]);
                clasts.advance(1, one, load, survival.share);
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
}
