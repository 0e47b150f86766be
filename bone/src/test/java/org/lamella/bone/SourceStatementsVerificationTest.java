package org.lamella.bone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lamella.patient.Drug;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;

/** Statements of the founding sources that the bone model has to follow; named in {@code docs/coverage.yaml}. */
class SourceStatementsVerificationTest {
    private static double at(Schedule schedule, double age, Observable observable) {
        Siblings boy = Fixtures.median(OiType.IV, Sex.MALE);
        Cohort cohort = Fixtures.MODEL.newborns(boy);
        cohort.advanceTo(Fixtures.day(age), schedule, Recorder.NONE);
        return cohort.read(observable, 0);
    }

    private static Schedule zoledronate(double from, double until) {
        return Fixtures.doses(Drug.ZOLEDRONATE, Fixtures.perKg("0.05"), from, until, 0.5);
    }

    /** S000-46, S001-35: a bisphosphonate neither promotes nor inhibits growth by default. */
    @Test
    void aBisphosphonateChangesNoHeight() {
        assertThat(at(zoledronate(4, 8), 8, Observable.HEIGHT))
                .isCloseTo(at(Schedule.EMPTY, 8, Observable.HEIGHT), within(1e-9));
    }

    /** S001-78: density changes faster in a child than in an adult. */
    @Test
    void aChildGainsDensityFasterThanAnAdult() {
        double child =
                at(zoledronate(6, 7), 7, Observable.SPINE_DENSITY) / at(Schedule.EMPTY, 7, Observable.SPINE_DENSITY);
        double adult = at(zoledronate(40, 41), 41, Observable.SPINE_DENSITY)
                / at(Schedule.EMPTY, 41, Observable.SPINE_DENSITY);
        assertThat(adult).isGreaterThan(1);
        assertThat(child).isGreaterThan(adult);
    }

    /** S000-04: with age bone loses mass and strength, and breaks more easily at the same load. */
    @Test
    void oldAgeCostsBoneAndStrength() {
        assertThat(at(Schedule.EMPTY, 75, Observable.SPINE_BONE_VOLUME))
                .isLessThan(at(Schedule.EMPTY, 30, Observable.SPINE_BONE_VOLUME));
        assertThat(at(Schedule.EMPTY, 75, Observable.SPINE_DENSITY))
                .isLessThan(at(Schedule.EMPTY, 30, Observable.SPINE_DENSITY));
    }

    /** S000-36: growth hormone adds bone by growth first: mineral rises more than density. */
    @Test
    void growthHormoneAddsMineralThroughSize() {
        Schedule hormone = Schedule.builder()
                .daily(Fixtures.day(6), Fixtures.day(8), Drug.SOMATROPIN, Fixtures.fixed("0.6"))
                .build();
        double mineral = at(hormone, 8, Observable.SPINE_MINERAL_CONTENT)
                / at(Schedule.EMPTY, 8, Observable.SPINE_MINERAL_CONTENT);
        double density = at(hormone, 8, Observable.SPINE_DENSITY) / at(Schedule.EMPTY, 8, Observable.SPINE_DENSITY);
        assertThat(at(hormone, 8, Observable.HEIGHT)).isGreaterThan(at(Schedule.EMPTY, 8, Observable.HEIGHT));
        assertThat(mineral).isGreaterThan(1);
        assertThat(mineral - 1).isGreaterThan(density - 1);
    }

    /** S001-50: treated growing ends of long bones keep more trabeculae; no width of theirs is modelled. */
    @Test
    void aTreatedMetaphysisKeepsMoreBone() {
        assertThat(at(zoledronate(4, 8), 8, Observable.METAPHYSEAL_BONE_VOLUME))
                .isGreaterThan(at(Schedule.EMPTY, 8, Observable.METAPHYSEAL_BONE_VOLUME));
    }

    /** S001-58: what a dose-ranging study of risedronate saw: more drug, more density. */
    @Test
    void moreRisedronateGivesMoreDensity() {
        double low = at(risedronate("1"), 8, Observable.SPINE_DENSITY);
        double middle = at(risedronate("2.5"), 8, Observable.SPINE_DENSITY);
        assertThat(low).isGreaterThan(at(Schedule.EMPTY, 8, Observable.SPINE_DENSITY));
        assertThat(middle).isGreaterThan(low);
        assertThat(at(risedronate("5"), 8, Observable.SPINE_DENSITY)).isGreaterThan(middle);
    }

    private static Schedule risedronate(String mg) {
        return Schedule.builder()
                .daily(Fixtures.day(6), Fixtures.day(8), Drug.RISEDRONATE, Fixtures.fixed(mg))
                .build();
    }

    /** S001-74: load and drug as a factorial: each adds density, and both together add most. */
    @Test
    void trainingAndDrugAddUp() {
        Schedule training = Schedule.builder()
                .add(new Schedule.Training(Fixtures.day(8), Fixtures.day(9), 0.1))
                .build();
        Schedule drug = zoledronate(8, 9);
        Schedule both = Schedule.builder()
                .add(new Schedule.Training(Fixtures.day(8), Fixtures.day(9), 0.1))
                .dose(Fixtures.day(8), Drug.ZOLEDRONATE, Fixtures.perKg("0.05"))
                .dose(Fixtures.day(8.5), Drug.ZOLEDRONATE, Fixtures.perKg("0.05"))
                .build();
        Observable what = Observable.TIBIA_TRABECULAR_DENSITY;
        double none = at(Schedule.EMPTY, 9, what);
        assertThat(at(training, 9, what)).isGreaterThan(none);
        assertThat(at(drug, 9, what)).isGreaterThan(none);
        assertThat(at(both, 9, what)).isGreaterThan(at(training, 9, what)).isGreaterThan(at(drug, 9, what));
    }
}
