package org.lamella.twin.weight;

import java.util.Arrays;

/**
 * Normalised importance weights of siblings. Sums run in index order, so that the same log weights give the same bits.
 */
public final class Weights {
    private final double[] normalised;
    private final double logMean;

    private Weights(double[] normalised, double logMean) {
        this.normalised = normalised;
        this.logMean = logMean;
    }

    /**
     * Weights from their logarithms, shifted by the largest before exponentiation.
     *
     * @param logWeights any finite numbers, or negative infinity for an impossible sibling
     * @throws IllegalArgumentException when there is none, one is not a number or positive infinity, or all are
     *     impossible
     */
    public static Weights ofLog(double[] logWeights) {
        return tempered(logWeights, 1);
    }

    /**
     * Weights proportional to {@code exp(power * logWeight)}.
     *
     * @param power 0 (all possible siblings weigh the same) to 1
     */
    public static Weights tempered(double[] logWeights, double power) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < logWeights.length; i++) {
            if (Double.isNaN(logWeights[i]) || logWeights[i] == Double.POSITIVE_INFINITY) {
                throw new IllegalArgumentException("log weight of sibling " + i + ": found " + logWeights[i]
                        + ", accepted is a finite number or negative infinity");
            }
            largest = Math.max(largest, logWeights[i]);
        }
        if (largest == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "weights: no sibling out of " + logWeights.length + " is possible under the record");
        }
        double[] weights = new double[logWeights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            boolean impossible = logWeights[i] == Double.NEGATIVE_INFINITY;
            weights[i] = impossible ? 0 : StrictMath.exp(power * (logWeights[i] - largest));
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return new Weights(weights, power * largest + StrictMath.log(sum / weights.length));
    }

    /** Equal weights. */
    public static Weights equal(int count) {
        return ofLog(new double[count]);
    }

    /** Number of siblings. */
    public int count() {
        return normalised.length;
    }

    /** Weight of a sibling; all weights sum to 1. */
    public double of(int sibling) {
        return normalised[sibling];
    }

    /** A copy in sibling order. */
    public double[] toArray() {
        return normalised.clone();
    }

    /** Logarithm of the mean unnormalised weight, which estimates the evidence when the proposal is normalised. */
    public double logMean() {
        return logMean;
    }

    /** Kish effective sample size {@code (sum w)^2 / sum w^2}, 1 to {@link #count()}. */
    public double effectiveSampleSize() {
        double squares = 0;
        for (double w : normalised) {
            squares += w * w;
        }
        return 1 / squares;
    }

    /** The largest weight, 0 to 1: how much one sibling alone decides. */
    public double largest() {
        return Arrays.stream(normalised).max().orElseThrow();
    }

    /** Weighted mean of one value per sibling. */
    public double mean(double[] values) {
        double sum = 0;
        for (int i = 0; i < normalised.length; i++) {
            sum += normalised[i] * values[i];
        }
        return sum;
    }
}
