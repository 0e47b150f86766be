package org.lamella.twin.likelihood;

/**
 * Error of a series of measurements that share device, reference or laboratory: each value has an error of its own,
 * Student's t with four degrees of freedom, and all share one unknown normal offset,
 *
 * <pre>{@code p(r) = integral N(o; 0, shared^2) prod_j t4((r_j - o) / own) / own do}</pre>
 *
 * A single odd value can disagree without ruling siblings out; several values that agree with one another cannot be put
 * aside together, because only the offset is common to them and the offset has no heavy tails. The integral is a
 * trapezium sum over the offset, which converges geometrically for such functions.
 *
 * @param own scale of the error of one value, above 0, in the unit of the residuals
 * @param shared standard deviation of the common offset, 0 or more, in the same unit
 */
public record SeriesError(double own, double shared) {
    private static final int HALF = 16;
    private static final double STEP = 0.25;
    private static final double[] OFFSETS = new double[2 * HALF + 1];
    private static final double[] LOG_SHARES = new double[2 * HALF + 1];

    static {
        double total = 0;
        for (int k = 0; k < OFFSETS.length; k++) {
            OFFSETS[k] = STEP * (k - HALF);
            total += StrictMath.exp(-0.5 * OFFSETS[k] * OFFSETS[k]);
        }
        for (int k = 0; k < OFFSETS.length; k++) {
            LOG_SHARES[k] = -0.5 * OFFSETS[k] * OFFSETS[k] - StrictMath.log(total);
        }
    }

    public SeriesError {
        if (!(own > 0 && shared >= 0)) {
            throw new IllegalArgumentException("error of a series: found own " + own + " and shared " + shared
                    + ", accepted are above 0 and 0 or more");
        }
    }

    /** Log likelihood of residuals (measured less true), up to a constant that is the same for all siblings. */
    public double logLikelihood(double... residuals) {
        double[] terms = terms(residuals);
        double largest = largest(terms);
        if (largest == Double.NEGATIVE_INFINITY) {
            return largest;
        }
        double sum = 0;
        for (double term : terms) {
            sum += StrictMath.exp(term - largest);
        }
        return largest + StrictMath.log(sum);
    }

    private static double largest(double[] terms) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double term : terms) {
            largest = Math.max(largest, term);
        }
        return largest;
    }

    /** Log weights of the offsets of the sum, given the residuals. */
    private double[] terms(double[] residuals) {
        double[] terms = new double[OFFSETS.length];
        for (int k = 0; k < terms.length; k++) {
            double offset = shared * OFFSETS[k];
            double product = 1;
            for (double residual : residuals) {
                double t = (residual - offset) / own;
                product *= 1 + t * t / 4;
            }
            terms[k] = LOG_SHARES[k] - 2.5 * StrictMath.log(product);
        }
        return terms;
    }

    /** Probability that a single measurement of a true value falls at or below an observed one. */
    public double cumulative(double observed, double truth) {
        double sum = 0;
        for (int k = 0; k < OFFSETS.length; k++) {
            double t = (observed - truth - shared * OFFSETS[k]) / own;
            sum += StrictMath.exp(LOG_SHARES[k]) * StudentT4.cumulative(t);
        }
        return sum;
    }
}
