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
}
