package org.lamella.twin;

/**
 * A weighted quantile summary over siblings.
 *
 * @param low 5th centile
 * @param lowerQuartile 25th centile
 * @param median 50th centile
 * @param upperQuartile 75th centile
 * @param high 95th centile
 */
public record Estimate(double low, double lowerQuartile, double median, double upperQuartile, double high) {
    public Estimate {
        if (!(low <= lowerQuartile && lowerQuartile <= median && median <= upperQuartile && upperQuartile <= high)) {
            throw new IllegalArgumentException("estimate: quantiles must ascend, found " + low + ", " + lowerQuartile
                    + ", " + median + ", " + upperQuartile + ", " + high);
        }
    }
}
