package org.lamella.evidence.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Period;
import org.junit.jupiter.api.Test;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;
import org.lamella.patient.measure.Centimetres;
import org.lamella.patient.measure.Kilograms;
import org.lamella.patient.measure.ZScore;

class GrowthReferenceVerificationTest {
    private static final GrowthReference REFERENCE = GrowthReference.cdc2000();

    private static Age months(double months) {
        return new Age(Math.round(months * 30.4375), Period.ofMonths((int) months));
    }

    @Test
    void heightAndZAreInverse() {
        for (Sex sex : Sex.values()) {
            for (int m = 0; m <= 300; m += 7) {
                for (double z = -8; z <= 4; z += 1.5) {
                    Centimetres height = REFERENCE.heightAt(sex, months(m), new ZScore(z));
                    assertThat(REFERENCE
                                    .heightZ(sex, months(m), height)
                                    .zScore()
                                    .orElseThrow()
                                    .value())
                            .isCloseTo(z, within(1e-9));
                }
            }
        }
    }

    @Test
    void lmsWithLambdaZeroIsTheLimitOfSmallLambda() {
        Lms limit = new Lms(0, 100, 0.1);
        Lms small = new Lms(1e-7, 100, 0.1);
        assertThat(limit.z(130)).isCloseTo(small.z(130), within(1e-6));
        assertThat(limit.valueAt(2)).isCloseTo(small.valueAt(2), within(1e-4));
        assertThat(new Lms(1, 100, 0.1).valueAt(-11)).isNaN();
    }

    @Test
    void medianGrowthHasNoStepAtTwoYears() {
        for (Sex sex : Sex.values()) {
            for (double m = 0; m < 240; m += 0.25) {
                double step =
                        REFERENCE.continuousMedianHeight(sex, m + 0.25) - REFERENCE.continuousMedianHeight(sex, m);
                assertThat(step).as("%s at %s months", sex, m).isBetween(0.0, 1.4);
            }
        }
    }

    @Test
    void adultsAreHeldAtTwentyYearsAndSaySo() {
        GrowthScore score = REFERENCE.heightZ(Sex.FEMALE, months(480), new Centimetres(150));
        assertThat(score).isInstanceOf(GrowthScore.HeldAtTwentyYears.class);
        assertThat(score.basis()).contains("20 years");
        assertThat(score.zScore())
                .isEqualTo(REFERENCE
                        .heightZ(Sex.FEMALE, months(240), new Centimetres(150))
                        .zScore());
    }

    @Test
    void outsideTheReferenceThereIsAReasonAndNoFigure() {
        GrowthScore infantBmi = REFERENCE.bmiZ(Sex.MALE, months(6), Kilograms.of("8"), new Centimetres(67));
        assertThat(infantBmi.zScore()).isEmpty();
        assertThat(infantBmi.basis()).contains("covers 24 to 240.5 months").contains("6.0 months");
        GrowthScore adultWeightOfAnInfant = REFERENCE.weightZ(Sex.MALE, months(3), Kilograms.of("60"));
        assertThat(adultWeightOfAnInfant.zScore()).isEmpty();
        assertThat(adultWeightOfAnInfant.basis()).contains("check value and unit");
        GrowthScore lengthOfSchoolchild = REFERENCE.lengthZ(Sex.MALE, months(90), new Centimetres(120));
        assertThat(lengthOfSchoolchild.zScore()).isEmpty();
    }

    @Test
    void lyingAndStandingDifferByThePublishedStep() {
        Lms lying = REFERENCE.table(GrowthMeasure.LENGTH, Sex.MALE).at(30.5);
        Lms standing = REFERENCE.table(GrowthMeasure.HEIGHT, Sex.MALE).at(30.5);
        assertThat(lying.median() - standing.median()).isCloseTo(GrowthReference.LENGTH_MINUS_HEIGHT_CM, within(1e-6));
    }

    @Test
    void aHeightBelowTheReachOfTheDistributionIsRefusedWithItsLimit() {
        // At 15 years the boys' L is above 2, so that no height lies further than about 9.8 SD below the median.
        assertThatThrownBy(() -> REFERENCE.heightAt(Sex.MALE, months(180), new ZScore(-12)))
                .hasMessageContaining("-12.00")
                .hasMessageContaining("above");
    }
}
