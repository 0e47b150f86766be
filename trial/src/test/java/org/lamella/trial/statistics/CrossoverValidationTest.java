package org.lamella.trial.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Crossover of formoterol and salbutamol in 13 children with asthma: peak expiratory flow in l/min, data and estimate in Senn,
 * Cross-over Trials in Clinical Research, second edition, Wiley 2002, chapter 3 (trial of Graff-Lonnevig and Browaldh 1990,
 * doi:10.1111/j.1365-2222.1990.tb02805.x).
 */
class CrossoverValidationTest {
    private static final double[][] FORMOTEROL_FIRST = {
        {310, 270}, {310, 260}, {370, 300}, {410, 390}, {250, 210}, {380, 350}, {330, 365}
    };
    private static final double[][] SALBUTAMOL_FIRST = {
        {370, 385}, {310, 400}, {380, 410}, {290, 320}, {260, 340}, {90, 220}
    };

    private static CrossoverSums children() {
        CrossoverSums sums = new CrossoverSums();
        for (double[] child : SALBUTAMOL_FIRST) {
            sums.add(0, child[0], child[1]);
        }
        for (double[] child : FORMOTEROL_FIRST) {
            sums.add(1, child[0], child[1]);
        }
        return sums;
    }

    @Test
    void formoterolAgainstSalbutamol() {
        Effect effect = children().treatment();
        assertThat(effect.estimate()).isCloseTo(46.6, within(0.05));
        assertThat(effect.standardError()).isCloseTo(10.8, within(0.05));
        assertThat(effect.low()).isCloseTo(22.9, within(0.05));
        assertThat(effect.high()).isCloseTo(70.3, within(0.05));
    }

    @Test
    void aPeriodThatAddsTheSameToEverybodyChangesNothing() {
        CrossoverSums later = new CrossoverSums();
        for (double[] child : SALBUTAMOL_FIRST) {
            later.add(0, child[0], child[1] + 25);
        }
        for (double[] child : FORMOTEROL_FIRST) {
            later.add(1, child[0], child[1] + 25);
        }
        assertThat(later.treatment().estimate())
                .isCloseTo(children().treatment().estimate(), within(1e-10));
        assertThat(later.period().estimate()).isCloseTo(children().period().estimate() + 25, within(1e-10));
        assertThat(later.carryOver().pValue()).isCloseTo(children().carryOver().pValue(), within(1e-10));
    }

    @Test
    void oneOrderAloneTellsNothing() {
        CrossoverSums one = new CrossoverSums();
        one.add(0, 1, 2);
        one.add(0, 2, 2);
        assertThatThrownBy(one::treatment).hasMessageContaining("fewer than two patients");
    }
}
