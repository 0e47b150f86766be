package org.lamella.twin.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.bone.Trait;
import org.lamella.bone.TraitValues;

class PriorVerificationTest {
    private static final TraitValues MEDIANS = TraitValues.of(
            trait -> trait == Trait.HEIGHT_Z ? -3 : trait.clamp(trait.scale() == Trait.Scale.LOG ? 1 : 12));

    private static final int TURNOVER = 1 + Trait.TURNOVER.ordinal();
    private static final int HEIGHT = 1 + Trait.HEIGHT_Z.ordinal();

    private static TraitPrior prior(double heightLoading, double turnoverLoading) {
        return TraitPrior.of(
                MEDIANS,
                t -> t == Trait.TURNOVER ? 0.3 : t == Trait.HEIGHT_Z ? 1.5 : 0,
                t -> t == Trait.TURNOVER ? turnoverLoading : t == Trait.HEIGHT_Z ? heightLoading : 0);
    }

    private static double[] position(int coordinate, double value) {
        double[] position = new double[TraitPrior.DIMENSION];
        position[coordinate] = value;
        return position;
    }

    @Test
    void positionsCountStandardDeviationsOnTheScaleOfTheTrait() {
        TraitPrior prior = prior(0, 0);
        assertThat(prior.at(position(TURNOVER, 1)).get(Trait.TURNOVER)).isCloseTo(Math.exp(0.3), within(1e-12));
        assertThat(prior.at(position(HEIGHT, -2)).get(Trait.HEIGHT_Z)).isCloseTo(-6, within(1e-12));
        assertThat(prior.at(position(HEIGHT, -2)).get(Trait.MOBILITY))
                .isCloseTo(MEDIANS.get(Trait.MOBILITY), within(1e-12));
    }

    @Test
    void severityMovesItsTraitsTogether() {
        TraitPrior prior = prior(-0.6, 0.4);
        TraitValues severe = prior.at(position(0, 2));
        assertThat(severe.get(Trait.HEIGHT_Z)).isCloseTo(-3 - 1.5 * 0.6 * 2, within(1e-12));
        assertThat(severe.get(Trait.TURNOVER)).isCloseTo(Math.exp(0.3 * 0.4 * 2), within(1e-12));
    }

    @Test
    void extremePositionsStayInTheCheckedRange() {
        assertThat(prior(0, 0).at(position(TURNOVER, 99)).get(Trait.TURNOVER)).isEqualTo(Trait.TURNOVER.highest());
    }

    @Test
    void aMeasuredHeightUpdatesTheTraitByConjugacy() {
        // Prior N(-3, 1.5^2), observation -5 = 0.8 x + e, sd 0.4: precision 1/2.25 + 0.64/0.16.
        TraitPrior known = prior(0, 0).given(Trait.HEIGHT_Z, -5, 0.8, 0.4);
        double precision = 1 / 2.25 + 0.64 / 0.16;
        double mean = (-3 / 2.25 + 0.8 * -5 / 0.16) / precision;
        assertThat(known.mean(Trait.HEIGHT_Z)).isCloseTo(mean, within(1e-12));
        double one = known.at(position(HEIGHT, 1)).get(Trait.HEIGHT_Z);
        assertThat(one - mean).isCloseTo(Math.sqrt(1 / precision), within(1e-12));
    }

    /** Correlation of turnover and height is 0.4 x -0.6; the regression of one on the other follows. */
    @Test
    void aShortChildIsLikelyASevereOne() {
        TraitPrior known = prior(-0.6, 0.4).given(Trait.HEIGHT_Z, -6, 1, 1e-6);
        double heightDeviation = (-6.0 + 3) / 1.5;
        assertThat(known.mean(Trait.HEIGHT_Z)).isCloseTo(-6, within(1e-9));
        assertThat(known.mean(Trait.TURNOVER)).isCloseTo(0.3 * (0.4 * -0.6) * heightDeviation, within(1e-9));
    }

    @Test
    void typesAreChosenByTheirShares() {
        TraitPrior other = TraitPrior.of(MEDIANS.with(Trait.HEIGHT_Z, -7), t -> 0, t -> 0);
        PersonPrior person = new PersonPrior(List.of(prior(0, 0), other), List.of(0.7, 0.3));
        double[] centre = new double[person.dimension()];
        assertThat(person.traits(0.69, centre).get(Trait.HEIGHT_Z)).isEqualTo(-3);
        assertThat(person.traits(0.71, centre).get(Trait.HEIGHT_Z)).isEqualTo(-7);
        assertThat(person.traits(0.9999999, centre).get(Trait.HEIGHT_Z)).isEqualTo(-7);
    }
}
