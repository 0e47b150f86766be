package org.lamella.evidence.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Period;
import org.junit.jupiter.api.Test;
import org.lamella.evidence.norms.Standing;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;

class HeightVelocityVerificationTest {
    private static Age months(double months) {
        return new Age(Math.round(months * 30.4375), Period.ofMonths((int) months));
    }

    @Test
    void medianVelocityStandsAtZeroAndExtremesAreNotExtrapolated() {
        HeightVelocityReference reference = HeightVelocityReference.tanner();
        Age atNode = months(78);
        assertThat(reference
                        .standing(Sex.MALE, atNode, new CentimetresPerYear(6.0))
                        .zScore()
                        .orElseThrow())
                .isCloseTo(0, within(0.01));
        assertThat(reference.standing(Sex.MALE, atNode, new CentimetresPerYear(4.0)))
                .isInstanceOf(Standing.Below.class);
        assertThat(reference.standing(Sex.MALE, atNode, new CentimetresPerYear(9.0)))
                .isInstanceOf(Standing.Above.class);
        assertThat(reference
                        .standing(Sex.MALE, months(12), new CentimetresPerYear(9.0))
                        .describe("cm/y"))
                .contains("covers 30 to");
        assertThat(reference.median(Sex.FEMALE, months(12))).isEmpty();
    }

    /** Boys' peak height velocity lies at 13 to 14 years in the standards (Tanner and Davies 1985). */
    @Test
    void boysPeakAfterGirls() {
        assertThat(peakMonth(Sex.MALE)).isBetween(155, 170);
        assertThat(peakMonth(Sex.FEMALE)).isBetween(130, 150);
    }

    private static int peakMonth(Sex sex) {
        int best = 0;
        double highest = 0;
        for (int m = 110; m < 200; m++) {
            double v = HeightVelocityReference.tanner()
                    .median(sex, months(m))
                    .map(CentimetresPerYear::value)
                    .orElse(0.0);
            if (v > highest) {
                highest = v;
                best = m;
            }
        }
        return best;
    }
}
