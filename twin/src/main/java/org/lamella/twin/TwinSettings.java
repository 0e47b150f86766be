package org.lamella.twin;

/**
 * Size and seed of a twin.
 *
 * @param siblings number of siblings, 100 to 1000000
 * @param seed study seed
 * @param horizonYears how far ahead, 1 to 20
 */
public record TwinSettings(int siblings, long seed, int horizonYears) {
    public static final TwinSettings DEFAULT = new TwinSettings(2000, 1, 5);

    public TwinSettings {
        if (siblings < 100 || siblings > 1_000_000) {
            throw new IllegalArgumentException("siblings: found " + siblings + ", accepted is 100 to 1000000");
        }
        if (horizonYears < 1 || horizonYears > 20) {
            throw new IllegalArgumentException("horizon: found " + horizonYears + " years, accepted is 1 to 20");
        }
    }
}
