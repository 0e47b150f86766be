package org.lamella.twin.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.twin.ParameterSets;

/**
 * Simulation-based calibration (Talts et al. 2018, arXiv:1804.06788): when truth is drawn from the prior, its rank among
 * the weighted siblings is uniform, and intervals hold what they promise.
 */
class CalibrationVerificationTest {
    /** 99.9 % point of chi-squared with nine degrees of freedom. */
    private static final double LIMIT = 27.88;

    @Test
    void ranksOfVirtualChildrenAreUniform() {
        check(ParameterSets.of(BoneModel.create(BoneParameters.load())), 50, 450);
    }

    /** The same with more children and all parameter sets: {@code mvn -pl twin -am test -Dlamella.calibration=500
     * -Dtest=Calibration* -Dsurefire.failIfNoSpecifiedTests=false}. */
    @Test
    @EnabledIfSystemProperty(named = "lamella.calibration", matches = "\\d+")
    void ranksOfManyVirtualChildrenAreUniform() {
        check(ParameterSets.standard(), Integer.getInteger("lamella.calibration"), 1000);
    }

    private static void check(ParameterSets sets, int children, int siblings) {
        CalibrationTable table =
                new CalibrationTable(new SimulatedTruth(sets, 2026, siblings).run(children, fraction -> {}));
        String report = table.markdown();
        System.out.println(report);
        // Four standard errors of a proportion near 0.9, since several are looked at.
        double slack = 4 * Math.sqrt(0.09 / children);
        for (int q = 0; q < Outcome.PRESENT.size(); q++) {
            assertThat(table.chiSquared(q))
                    .as(Outcome.PRESENT.get(q) + "%n" + report)
                    .isLessThan(LIMIT);
            assertThat(table.coverage(q)).as(report).isBetween(0.9 - slack, 1.0);
        }
        for (int q = 0; q < Outcome.FORECAST.size(); q++) {
            assertThat(table.nextCoverage(q)).as(report).isBetween(0.9 - slack, 1.0);
        }
    }
}
