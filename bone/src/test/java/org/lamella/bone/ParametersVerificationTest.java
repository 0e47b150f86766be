package org.lamella.bone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lamella.evidence.ParameterEnsemble;
import org.lamella.evidence.SourceCheck;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;
import org.lamella.patient.random.KeyedRandom;

/** Parameters, priors and growth tables. */
class ParametersVerificationTest {
    @Test
    void everyNumberHasASource() {
        assertThat(SourceCheck.everyParameterHasASource(
                        Fixtures.PARAMETERS.bone().all()))
                .isEmpty();
        assertThat(SourceCheck.everyParameterHasASource(
                        Fixtures.PARAMETERS.drugs().all()))
                .isEmpty();
        assertThat(SourceCheck.everyParameterHasASource(
                        Fixtures.PARAMETERS.types().all()))
                .isEmpty();
    }

    @Test
    void oneNumberCanBeChangedWhereverItIsKept() {
        for (String id : new String[] {"cells.precursor_use", "zoledronate.potency", "type_I.turnover"}) {
            assertThat(Fixtures.PARAMETERS.with(id, 0.5).get(id).value()).isEqualTo(0.5);
            assertThat(Fixtures.PARAMETERS.get(id).value()).isNotEqualTo(0.5);
        }
        assertThatThrownBy(() -> Fixtures.PARAMETERS.with("no.such", 1)).hasMessageContaining("no.such");
    }

    @Test
    void everySetOfTheEnsembleChangesParametersOfTheModel() {
        ParameterEnsemble ensemble = ParameterEnsemble.load();
        java.util.List<BoneParameters> members = Fixtures.PARAMETERS.members(ensemble);
        assertThat(members).hasSize(ensemble.size());
        assertThat(members.stream().map(BoneParameters::fingerprint).distinct()).hasSize(ensemble.size());
        for (String id : ensemble.ids()) {
            assertThat(members.getFirst().get(id).value())
                    .as(id)
                    .isEqualTo(ensemble.members().getFirst().get(id));
        }
    }

    /** Nothing is extrapolated silently: impossible values are refused, untested ones labelled. */
    @Test
    void valuesOutsideTheirRangeAreRefusedOrLabelled() {
        assertThat(Fixtures.PARAMETERS.cautions()).isEmpty();
        assertThat(Fixtures.PARAMETERS.with("cells.precursor_use", 0.65).cautions())
                .isEmpty();
        assertThat(Fixtures.PARAMETERS.with("cells.precursor_use", 0.9).cautions())
                .singleElement()
                .asString()
                .startsWith("EXTRAPOLATION: parameter cells.precursor_use is 0.9 1, outside tested 0.496 to 0.775");
        assertThatThrownBy(() -> Fixtures.PARAMETERS.with("mineral.rate", -0.1))
                .hasMessageContaining("mineral.rate: found -0.1")
                .hasMessageContaining("0 or more");
    }

    @Test
    void healthyTraitsAreNeutral() {
        for (Sex sex : Sex.values()) {
            TraitValues healthy = Fixtures.MODEL.priors().healthy(sex);
            for (Trait trait : Trait.values()) {
                if (trait.scale() == Trait.Scale.LOG && trait != Trait.VITAMIN_D) {
                    assertThat(healthy.get(trait)).as(trait.id()).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void drawsAreReproducibleAndSpreadAsStated() {
        TypePriors priors = Fixtures.MODEL.priors();
        KeyedRandom random = new KeyedRandom(3);
        int n = 20_000;
        double sum = 0;
        double squares = 0;
        double cross = 0;
        double median = StrictMath.log(priors.median(OiType.IV, Sex.MALE).get(Trait.TURNOVER));
        for (int i = 0; i < n; i++) {
            TraitValues drawn = priors.draw(OiType.IV, Sex.MALE, random, i, 0);
            double z = (StrictMath.log(drawn.get(Trait.TURNOVER)) - median) / priors.spread(OiType.IV, Trait.TURNOVER);
            double height = (drawn.get(Trait.HEIGHT_Z)
                            - priors.median(OiType.IV, Sex.MALE).get(Trait.HEIGHT_Z))
                    / priors.spread(OiType.IV, Trait.HEIGHT_Z);
            sum += z;
            squares += z * z;
            cross += z * height;
        }
        assertThat(sum / n).isCloseTo(0, within(4 / Math.sqrt(n)));
        assertThat(squares / n).isCloseTo(1, within(0.05));
        double expected = priors.severityLoading(Trait.TURNOVER) * priors.severityLoading(Trait.HEIGHT_Z);
        assertThat(cross / n).isCloseTo(expected, within(0.04));
        assertThat(priors.draw(OiType.IV, Sex.MALE, random, 5, 0))
                .isEqualTo(priors.draw(OiType.IV, Sex.MALE, random, 5, 0));
    }

    @Test
    void traitsOutsideTheCheckedRangeAreRefused() {
        TraitValues healthy = Fixtures.MODEL.priors().healthy(Sex.MALE);
        assertThatThrownBy(() -> healthy.with(Trait.TURNOVER, 0)).hasMessageContaining("trait turnover: found 0.0");
        assertThatThrownBy(() -> healthy.with(Trait.HEIGHT_Z, Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void measuredHeightAndWeightAreFollowed() {
        MeasuredGrowth growth = new MeasuredGrowth(
                java.util.List.of(new MeasuredGrowth.Height(1500, 92), new MeasuredGrowth.Height(2200, 101)),
                java.util.List.of(new MeasuredGrowth.Weight(1500, 13), new MeasuredGrowth.Weight(2200, 15.5)));
        Siblings one = Siblings.builder(1, Sex.FEMALE, Fixtures.MODEL.priors().median(OiType.IV, Sex.FEMALE))
                .growth(0, growth)
                .build();
        Cohort cohort = Fixtures.MODEL.newborns(one);
        cohort.advanceTo(1500, Schedule.EMPTY, Recorder.NONE);
        assertThat(cohort.read(Observable.HEIGHT, 0)).isCloseTo(92, within(0.15));
        assertThat(cohort.read(Observable.WEIGHT, 0)).isCloseTo(13, within(0.05));
        cohort.advanceTo(2200, Schedule.EMPTY, Recorder.NONE);
        assertThat(cohort.read(Observable.HEIGHT, 0)).isCloseTo(101, within(0.15));
        assertThat(cohort.read(Observable.WEIGHT, 0)).isCloseTo(15.5, within(0.05));
    }

    @Test
    void monotoneCubicKeepsItsPointsAndItsDirection() {
        double[] x = {0, 1, 2, 4, 8};
        double[] y = {0, 1, 1.1, 3, 3.01};
        MonotoneCubic curve = new MonotoneCubic(x, y);
        for (int i = 0; i < x.length; i++) {
            assertThat(curve.value(x[i])).isCloseTo(y[i], within(1e-12));
        }
        for (double at = 0; at < 8; at += 0.01) {
            assertThat(curve.value(at + 0.01)).isGreaterThanOrEqualTo(curve.value(at) - 1e-12);
            double slope = (curve.value(at + 1e-6) - curve.value(at)) / 1e-6;
            assertThat(curve.derivative(at + 5e-7)).isCloseTo(slope, within(1e-4));
        }
        assertThat(curve.value(-1)).isEqualTo(0);
        assertThat(curve.value(99)).isEqualTo(3.01);
    }
}
