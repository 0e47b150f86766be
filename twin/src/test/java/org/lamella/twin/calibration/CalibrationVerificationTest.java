package org.lamella.twin.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;

/**
 * Simulation-based calibration (Talts et al. 2018, arXiv:1804.06788): when truth is drawn from the prior, its rank among
 * the weighted siblings is uniform, and intervals hold what they promise.
 */
class CalibrationVerificationTest {
    /** 99.9 % point of chi-squared with nine degrees of freedom. */
    private static final double LIMIT = 27.88;

    @Test
    void ranksOfVirtualChildrenAreUniform() {
        check(50, 450);
    }

    /** The same with 500 children: {@code mvn -pl twin -am test -Dlamella.calibration=500
     * -Dtest=Calibration* -Dsurefire.failIfNoSpecifiedTests=false}. */
    @Test
    @EnabledIfSystemProperty(named = "lamella.calibration", matches = "\\d+")
    void ranksOfManyVirtualChildrenAreUniform() {
        check(Integer.getInteger("lamella.calibration"), 2000);
    }

    private static void check(int children, int siblings) {
        Calibration calibration = Calibration.run(BoneModel.create(BoneParameters.load()), 2026, children, siblings);
        String report = calibration.report();
        System.out.println(report);
        // Four standard errors of a proportion near 0.9, since several are looked at.
        double slack = 4 * Math.sqrt(0.09 / children);
        for (int q = 0; q < calibration.names().size(); q++) {
            assertThat(calibration.chiSquared(q))
                    .as(calibration.names().get(q) + "%n" + report)
                    .isLessThan(LIMIT);
            assertThat(calibration.coverage(q)).as(report).isBetween(0.9 - slack, 1.0);
        }
        assertThat(calibration.nextZCoverage()).as(report).isBetween(0.9 - slack, 1.0);
        assertThat(calibration.nextScanCoverage()).as(report).isBetween(0.9 - slack, 1.0);
        assertThat(calibration.nextFracturesCoverage()).as(report).isBetween(0.9 - slack, 1.0);
    }
}
