package org.lamella.twin.weight;

/**
 * The largest power to which weights can be raised while enough of them still count. A proposal learned at this power
 * follows the record as far as the siblings drawn so far can show the way.
 */
public final class Temperature {
    private static final int BISECTIONS = 40;

    private Temperature() {}

    /**
     * @param logWeights see {@link Weights#ofLog}
     * @param wantedEffectiveSize Kish size to keep, above 1
     * @return 1 when the weights already reach it, else the power above 0 that does
     */
    public static double forEffectiveSize(double[] logWeights, double wantedEffectiveSize) {
        if (Weights.ofLog(logWeights).effectiveSampleSize() >= wantedEffectiveSize) {
            return 1;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (Weights.tempered(logWeights, middle).effectiveSampleSize() >= wantedEffectiveSize) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
