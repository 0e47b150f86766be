package org.lamella.trial.sensitivity;

/**
 * A number of the model and the range in which it is moved.
 *
 * @param id parameter
 * @param low smallest value
 * @param high largest value, above {@code low}
 * @param basis where the range comes from; never blank
 */
public record SensitivityFactor(String id, double low, double high, String basis) {
    public SensitivityFactor {
        if (!(low < high) || basis.isBlank()) {
            throw new IllegalArgumentException("factor " + id + ": found " + low + " to " + high + " from '" + basis
                    + "', accepted is a range from low to high with its basis");
        }
    }

    /** Value at a position from 0 to 1 within the range; by ratio where both ends are above 0, else by difference. */
    public double at(double position) {
        return low > 0 ? low * StrictMath.pow(high / low, position) : low + position * (high - low);
    }
}
