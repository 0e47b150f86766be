package org.lamella.trial.statistics;

import org.hipparchus.linear.RealMatrix;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * Analysis of covariance: change explained by arm and the value at enrolment, two arms, equal slopes.
 *
 * @param difference treated minus control at equal baseline
 * @param control mean change of the control arm at the overall mean baseline
 * @param treated mean change of the treated arm at the overall mean baseline
 */
public record Ancova(Effect difference, Effect control, Effect treated) {
    /**
     * Fits the model.
     *
     * @param change change of each patient
     * @param baseline value at enrolment of each patient
     * @param inTreatedArm arm of each patient
     * @throws IllegalArgumentException when an arm has fewer than two patients
     */
    public static Ancova fit(double[] change, double[] baseline, boolean[] inTreatedArm) {
        int treatedCount = 0;
        double mean = 0;
        for (int i = 0; i < change.length; i++) {
            treatedCount += inTreatedArm[i] ? 1 : 0;
            mean += baseline[i] / change.length;
        }
        if (treatedCount < 2 || change.length - treatedCount < 2) {
            throw new IllegalArgumentException("analysis of covariance: found " + treatedCount + " and "
                    + (change.length - treatedCount) + " patients, accepted are at least 2 in each arm");
        }
        double[][] design = new double[change.length][2];
        for (int i = 0; i < change.length; i++) {
            design[i][0] = inTreatedArm[i] ? 1 : 0;
            design[i][1] = baseline[i] - mean;
        }
        OLSMultipleLinearRegression model = new OLSMultipleLinearRegression();
        model.newSampleData(change, design);
        double[] beta = model.estimateRegressionParameters();
        RealMatrix unscaled =
                new org.hipparchus.linear.Array2DRowRealMatrix(model.estimateRegressionParametersVariance());
        int free = change.length - 3;
        double scale = model.estimateErrorVariance();
        double v00 = unscaled.getEntry(0, 0);
        double v01 = unscaled.getEntry(0, 1);
        double v11 = unscaled.getEntry(1, 1);
        return new Ancova(
                Effect.student(beta[1], StrictMath.sqrt(scale * v11), free),
                Effect.student(beta[0], StrictMath.sqrt(scale * v00), free),
                Effect.student(beta[0] + beta[1], StrictMath.sqrt(scale * (v00 + 2 * v01 + v11)), free));
    }
}
