package org.lamella.evidence.skeleton;

/**
 * Size of a bone in healthy children.
 *
 * @param measure which length or breadth
 * @param medianMm median in mm
 * @param logSd standard deviation of the natural logarithm between children, close to the coefficient of variation
 * @param basis what the figure rests on
 */
public record BoneSize(LongBoneMeasure measure, double medianMm, double logSd, String basis) {
    /** Number of standard deviations on the log scale of a measured size in mm. */
    public double logZ(double millimetres) {
        return StrictMath.log(millimetres / medianMm) / logSd;
    }
}
