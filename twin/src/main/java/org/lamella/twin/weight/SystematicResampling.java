package org.lamella.twin.weight;

/**
 * Systematic resampling: one random number places a comb of equal teeth over the cumulated weights, so that a sibling
 * of weight {@code w} is taken {@code floor(m w)} or {@code ceil(m w)} times out of {@code m}.
 */
public final class SystematicResampling {
    private SystematicResampling() {}

    /**
     * @param weights of the siblings
     * @param size number to take, 1 or more
     * @param uniform random number, 0 (included) to 1 (excluded)
     * @return how often each sibling is taken; sums to {@code size}
     */
    public static int[] copies(Weights weights, int size, double uniform) {
        if (size < 1 || !(uniform >= 0 && uniform < 1)) {
            throw new IllegalArgumentException("resampling: found size " + size + " and random number " + uniform
                    + ", accepted are 1 or more and 0 to below 1");
        }
        int[] copies = new int[weights.count()];
        int lastPossible = 0;
        int taken = 0;
        double cumulated = 0;
        for (int i = 0; i < copies.length; i++) {
            if (weights.of(i) > 0) {
                lastPossible = i;
            }
            cumulated += weights.of(i);
            while (taken < size && (taken + uniform) / size < cumulated) {
                copies[i]++;
                taken++;
            }
        }
        // The cumulated weight may end a rounding error below 1; the teeth left over belong to the last sibling.
        copies[lastPossible] += size - taken;
        return copies;
    }
}
