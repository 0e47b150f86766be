package org.lamella.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.lamella.evidence.SourceCheck;
import org.lamella.patient.MobilityAssessment.Grade;
import org.lamella.patient.OiType;

class ObservationErrorsVerificationTest {
    private final ObservationErrors errors = ObservationErrors.load();

    @Test
    void everyFigureHasASourceAndEveryAssumptionAReason() {
        assertThat(SourceCheck.everyParameterHasASource(errors.parameters().all()))
                .isEmpty();
    }

    @Test
    void everyFigureIsReadInItsUnit() {
        assertThat(errors.spineZ().own()).isBetween(0.1, 1.0);
        assertThat(errors.spineDensity().shared()).isPositive();
        assertThat(errors.ctx().own()).isPositive();
        assertThat(errors.p1np().own()).isPositive();
        assertThat(errors.heightTracking()).isPositive();
        assertThat(errors.mobilitySpread()).isPositive();
        assertThat(errors.recordedShare()).isBetween(0.01, 1.0);
        assertThat(errors.usualCastDays()).isBetween(1, 365);
        double total = 0;
        for (OiType type : new OiType[] {OiType.I, OiType.III, OiType.IV, OiType.V}) {
            total += errors.typeShare(type);
        }
        assertThat(total).isCloseTo(1, within(1e-9));
        for (Grade grade : Grade.values()) {
            if (grade != Grade.PRE_WALKING_INFANT) {
                assertThat(errors.muscleForce(grade)).isBetween(0.05, 1.5);
            }
        }
        assertThat(errors.muscleForce(Grade.NON_WALKER)).isLessThan(errors.muscleForce(Grade.COMMUNITY_WALKER));
    }
}
