package org.lamella.twin.likelihood;

/**
 * Error of a series of measurements that share device, reference or laboratory: each value has an error of its own and
 * all share one unknown offset. Residuals {@code r} follow a multivariate t distribution with four degrees of freedom
 * and scale matrix {@code own^2 I + shared^2 11'}, so that
 *
 * <pre>{@code
 * log p = const - (n + 4)/2 log(1 + Q/4),   Q = S2/own^2 - (shared/own)^2 S1^2 / (own^2 + n shared^2)
 * }</pre>
 *
 * with {@code S1} and {@code S2} the sum and the sum of squares of the residuals. The constant, the same for all
 * siblings, is left out.
 *
 * @param own standard scale of the error of one value, above 0, in the unit of the residuals
 * @param shared standard scale of the common offset, 0 or more, in the same unit
 */
public record SeriesError(double own, double shared) {
    public SeriesError {
        if (!(own > 0 && shared >= 0)) {
            throw new IllegalArgumentException("error of a series: found own " + own + " and shared " + shared
                    + ", accepted are above 0 and 0 or more");
        }
    }

    /** Log likelihood of residuals given by their number, sum and sum of squares, up to a constant. */
    public double logLikelihood(int count, double sum, double sumOfSquares) {
        if (count == 0) {
            return 0;
        }
        double own2 = own * own;
        double shared2 = shared * shared;
        double distance = sumOfSquares / own2 - shared2 / own2 * sum * sum / (own2 + count * shared2);
        return -0.5 * (count + 4) * StrictMath.log1p(Math.max(0, distance) / 4);
    }

    /** Probability that a single measurement of a true value falls at or below an observed one. */
    public double cumulative(double observed, double truth) {
        return StudentT4.cumulative((observed - truth) / Math.hypot(own, shared));
    }
}
