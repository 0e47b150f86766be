package org.lamella.bone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lamella.patient.Sex;

/** The healthy sibling is its own reference. */
class HealthyTwinVerificationTest {
    private static final Observable[] RATIOS = {
        Observable.CTX, Observable.P1NP, Observable.FEMUR_STRENGTH, Observable.VERTEBRAL_STRENGTH, Observable.SPINE_AREA
    };

    private static Siblings healthy() {
        return Siblings.builder(2, Sex.FEMALE, Fixtures.MODEL.priors().healthy(Sex.FEMALE))
                .sex(1, Sex.MALE)
                .traits(1, Fixtures.MODEL.priors().healthy(Sex.MALE))
                .build();
    }

    @Test
    void zIsZeroAtAllAgesInBothSexes() {
        Cohort cohort = Fixtures.MODEL.newborns(healthy());
        for (int day = 0; day <= 80 * 365; day += day < 20 * 365 ? 10 : 200) {
            cohort.advanceTo(day, Schedule.EMPTY, Recorder.NONE);
            for (int lane = 0; lane < 2; lane++) {
                assertThat(cohort.read(Observable.SPINE_Z, lane))
                        .as("Z at day %d", day)
                        .isCloseTo(0, within(1e-9));
                for (Observable ratio : RATIOS) {
                    assertThat(cohort.read(ratio, lane))
                            .as("%s at day %d", ratio, day)
                            .isCloseTo(1, within(1e-9));
                }
            }
        }
    }

    @Test
    void healthyShaftKeepsItsProportions() {
        Cohort cohort = Fixtures.MODEL.newborns(healthy());
        for (double age = 1; age <= 18; age += 1) {
            cohort.advanceTo(Fixtures.day(age), Schedule.EMPTY, Recorder.NONE);
            for (int lane = 0; lane < 2; lane++) {
                double radius = cohort.read(Observable.FEMUR_RADIUS, lane);
                double inner = (radius - cohort.read(Observable.FEMUR_CORTICAL_THICKNESS, lane)) / radius;
                assertThat(inner).isCloseTo(0.52, within(0.03));
            }
        }
    }

    @Test
    void healthyCalciumStaysNormal() {
        Cohort cohort = Fixtures.MODEL.newborns(healthy());
        for (double age = 1; age <= 60; age += 1) {
            cohort.advanceTo(Fixtures.day(age), Schedule.EMPTY, Recorder.NONE);
            assertThat(cohort.read(Observable.CALCIUM, 0)).isBetween(2.3, 2.5);
            assertThat(cohort.read(Observable.CALCIUM, 1)).isBetween(2.3, 2.5);
        }
    }
}
