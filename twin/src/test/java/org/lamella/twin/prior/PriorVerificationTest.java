package org.lamella.twin.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.bone.Trait;
import org.lamella.bone.TraitValues;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;

class PriorVerificationTest {
    private static final TraitValues MEDIANS = TraitValues.of(
            trait -> trait == Trait.HEIGHT_Z ? -3 : trait.clamp(trait.scale() == Trait.Scale.LOG ? 1 : 12));

    private static TraitPrior prior() {
        return TraitPrior.of(MEDIANS, t -> t == Trait.TURNOVER ? 0.3 : t == Trait.HEIGHT_Z ? 1.5 : 0);
    }

    @Test
    void positionsCountStandardDeviationsOnTheScaleOfTheTrait() {
        PersonPrior person = PersonPrior.of(List.of(prior()), List.of(1.0));
        assertThat(person.free()).containsExactly(Trait.TURNOVER, Trait.HEIGHT_Z);
        TraitValues traits = person.traits(0.5, new double[] {1, -2});
        assertThat(traits.get(Trait.TURNOVER)).isCloseTo(Math.exp(0.3), within(1e-12));
        assertThat(traits.get(Trait.HEIGHT_Z)).isCloseTo(-6, within(1e-12));
        assertThat(traits.get(Trait.MOBILITY)).isCloseTo(MEDIANS.get(Trait.MOBILITY), within(1e-12));
    }

    @Test
    void extremePositionsStayInTheCheckedRange() {
        PersonPrior person = PersonPrior.of(List.of(prior()), List.of(1.0));
        assertThat(person.traits(0, new double[] {99, 0}).get(Trait.TURNOVER)).isEqualTo(Trait.TURNOVER.highest());
    }

    @Test
    void aMeasuredHeightUpdatesTheTraitByConjugacy() {
        // Prior N(-3, 1.5^2), observation -5 = 0.8 x + e, sd 0.4: precision 1/2.25 + 0.64/0.16 = 4.4444.
        TraitPrior.Normal known = new TraitPrior.Normal(-3, 1.5).given(-5, 0.8, 0.4);
        double precision = 1 / 2.25 + 0.64 / 0.16;
        assertThat(known.mean()).isCloseTo((-3 / 2.25 + 0.8 * -5 / 0.16) / precision, within(1e-12));
        assertThat(known.sd()).isCloseTo(Math.sqrt(1 / precision), within(1e-12));
        assertThat(new TraitPrior.Normal(2, 0).given(9, 1, 1)).isEqualTo(new TraitPrior.Normal(2, 0));
    }

    @Test
    void typesAreChosenByTheirShares() {
        TraitPrior other = prior().with(Trait.HEIGHT_Z, new TraitPrior.Normal(-7, 1.5));
        PersonPrior person = PersonPrior.of(List.of(prior(), other), List.of(0.7, 0.3));
        double[] centre = {0, 0};
        assertThat(person.traits(0.69, centre).get(Trait.HEIGHT_Z)).isEqualTo(-3);
        assertThat(person.traits(0.71, centre).get(Trait.HEIGHT_Z)).isEqualTo(-7);
        assertThat(person.traits(0.9999999, centre).get(Trait.HEIGHT_Z)).isEqualTo(-7);
    }

    @Test
    void onlyTruncatingVariantsOfCollagenAreRecognised() {
        assertThat(PriorOfPerson.truncating(new OiDiagnosis(OiType.I, "COL1A1", "NM_000088.4:c.2299C>T p.(Arg767Ter)")))
                .isTrue();
        assertThat(PriorOfPerson.truncating(new OiDiagnosis(OiType.I, "COL1A1", "p.Gly200fs")))
                .isTrue();
        assertThat(PriorOfPerson.truncating(new OiDiagnosis(OiType.I, "COL1A1", "p.Gly200Ser")))
                .isFalse();
        assertThat(PriorOfPerson.truncating(new OiDiagnosis(OiType.VI, "SERPINF1", "p.Arg99Ter")))
                .isFalse();
        assertThat(PriorOfPerson.truncating(new OiDiagnosis(OiType.I, null, null)))
                .isFalse();
    }
}
