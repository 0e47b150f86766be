package org.lamella.twin.weight;

import org.lamella.twin.Estimate;

/**
 * Quantiles of weighted values. Each value sits at the middle of its share of the total weight and quantiles are
 * interpolated linearly between these positions (for equal weights this is definition 5 of Hyndman and Fan,
 * doi:10.1080/00031305.1996.10473566). Values without weight are left out; beyond the outermost positions the
 * outermost values are returned.
 */
public final class WeightedQuantiles {
    private final double[] values;
    private final double[] positions;

    private WeightedQuantiles(double[] values, double[] positions) {
        this.values = values;
        this.positions = positions;
    }

    /**
     * @param values one per sibling, finite
     * @param weights one per sibling
     * @throws IllegalArgumentException when a value with weight is not finite
     */
    public static WeightedQuantiles of(double[] values, Weights weights) {
        int kept = 0;
        double[] v = new double[values.length];
        double[] w = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            if (weights.of(i) > 0) {
                if (!Double.isFinite(values[i])) {
                    throw new IllegalArgumentException(
                            "value of sibling " + i + ": found " + values[i] + ", accepted is a finite number");
                }
                v[kept] = values[i];
                w[kept] = weights.of(i);
                kept++;
            }
        }
        sortTogether(v, w, kept);
        double[] sorted = new double[kept];
        double[] positions = new double[kept];
        double total = 0;
        for (int i = 0; i < kept; i++) {
            sorted[i] = v[i];
            positions[i] = total + w[i] / 2;
            total += w[i];
        }
        for (int i = 0; i < kept; i++) {
            positions[i] /= total;
        }
        return new WeightedQuantiles(sorted, positions);
    }

    /**
     * Value below which a share of the weight lies.
     *
     * @param share 0 to 1
     */
    public double at(double share) {
        int low = 0;
        int high = values.length - 1;
        if (share <= positions[low]) {
            return values[low];
        }
        if (share >= positions[high]) {
            return values[high];
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (positions[middle] <= share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double fraction = (share - positions[low]) / (positions[high] - positions[low]);
        return values[low] + fraction * (values[high] - values[low]);
    }

    /** The five quantiles that forecasts report. */
    public Estimate estimate() {
        double low = at(0.05);
        double lowerQuartile = Math.max(low, at(0.25));
        double median = Math.max(lowerQuartile, at(0.5));
        double upperQuartile = Math.max(median, at(0.75));
        return new Estimate(low, lowerQuartile, median, upperQuartile, Math.max(upperQuartile, at(0.95)));
    }

    /** Merge sort of values that carries the weights along; stable, so ties keep sibling order. */
    private static void sortTogether(double[] v, double[] w, int count) {
        double[] fromV = v;
        double[] fromW = w;
        double[] toV = new double[count];
        double[] toW = new double[count];
        for (int width = 1; width < count; width *= 2) {
            for (int start = 0; start < count; start += 2 * width) {
                int middle = Math.min(start + width, count);
                int end = Math.min(start + 2 * width, count);
                int left = start;
                int right = middle;
                for (int k = start; k < end; k++) {
                    boolean takeLeft = left < middle && (right >= end || fromV[left] <= fromV[right]);
                    int source = takeLeft ? left++ : right++;
                    toV[k] = fromV[source];
                    toW[k] = fromW[source];
                }
            }
            double[] swapV = fromV;
            double[] swapW = fromW;
            fromV = toV;
            fromW = toW;
            toV = swapV;
            toW = swapW;
        }
        if (fromV != v) {
            System.arraycopy(fromV, 0, v, 0, count);
            System.arraycopy(fromW, 0, w, 0, count);
        }
    }
}
