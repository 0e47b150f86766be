package org.lamella.trial.calibrate;

import org.lamella.trial.protocol.Quantity;
import org.lamella.trial.protocol.StudyTime;

/**
 * One published mean of one arm.
 *
 * @param id short name
 * @param stage stage in which it enters, 1 healthy, 2 adult drug response, 3 untreated OI, 4 joint OI studies, 5 anabolic drugs
 * @param experiment name of the simulated experiment
 * @param arm arm of the experiment
 * @param quantity what was measured
 * @param at when
 * @param statistic how the simulated patients are summarised
 * @param endpoint endpoint of the protocol that is read off, or empty; the quantity then plays no part
 * @param observed published figure
 * @param unit its unit
 * @param source where it was read
 * @param scale how prediction and observation are compared in tables
 * @param standardError standard error of the published figure
 * @param basis where the standard error comes from
 * @param discrepancy standard deviation of what a right model would still miss
 */
public record CalibrationTarget(
        String id,
        int stage,
        String experiment,
        String arm,
        Quantity quantity,
        StudyTime at,
        Statistic statistic,
        String endpoint,
        double observed,
        String unit,
        String source,
        Scale scale,
        double standardError,
        String basis,
        double discrepancy) {
    public CalibrationTarget {
        if (!(standardError > 0 && discrepancy > 0) || stage < 1 || stage > 5 || !Double.isFinite(observed)) {
            throw new IllegalArgumentException("target " + id + ": found standard error " + standardError
                    + ", discrepancy " + discrepancy + ", stage " + stage + ", observed " + observed
                    + "; accepted are positive errors, stages 1 to 5 and a finite figure");
        }
        boolean named = statistic == Statistic.ENDPOINT || statistic == Statistic.ENDPOINT_EFFECT;
        if (named == endpoint.isEmpty()) {
            throw new IllegalArgumentException("target " + id + ": found the endpoint '" + endpoint + "' with "
                    + statistic + "; accepted is an endpoint with the statistics that read one, and no other");
        }
    }

    /** How patients become one figure. */
    public enum Statistic {
        /** Mean. */
        LEVEL,
        /** Hundred times the mean; for quantities that are relative to a reference. */
        LEVEL_PERCENT,
        /** Mean difference from enrolment. */
        CHANGE,
        /** Standard deviation between patients. */
        SPREAD,
        /** The protocol's own endpoint in this arm. */
        ENDPOINT,
        /** The protocol's own endpoint against its first arm. */
        ENDPOINT_EFFECT,
        /** Mean percentage change from enrolment. */
        PERCENT_CHANGE,
        /** Percentage change of the mean of those who stayed. */
        PERCENT_OF_MEANS,
        /** Percentage by which the mean lies above that of the first arm. */
        PERCENT_OF_CONTROL
    }

    /** How a misfit is told. */
    public enum Scale {
        /** Ratio of the figures. */
        FOLD,
        /** Ratio of 100 plus the figures. */
        LEVEL,
        /** Difference in the unit. */
        DIFFERENCE
    }

    /** Standard deviation of the likelihood without the Monte-Carlo error. */
    public double error() {
        return Math.hypot(standardError, discrepancy);
    }

    /** Fold error of at least 1 (infinite when the signs differ), or the absolute difference. */
    public double misfit(double predicted) {
        return switch (scale) {
            case DIFFERENCE -> Math.abs(predicted - observed);
            case FOLD -> fold(predicted, observed);
            case LEVEL -> fold(100 + predicted, 100 + observed);
        };
    }

    private static double fold(double a, double b) {
        return a * b > 0 ? Math.max(a / b, b / a) : Double.POSITIVE_INFINITY;
    }
}
