package org.lamella.twin.likelihood;

/**
 * Likelihood of dated fractures as a point process: the log hazard summed over the recorded fractures minus the hazard
 * integrated over the time in which fractures would have been recorded,
 *
 * <pre>{@code log p = sum_j log h(t_j) - integral h(t) dt}</pre>
 *
 * (Cox and Isham 1980; the continuous-time limit of independent small time steps). With a gamma frailty of mean 1 and
 * shape {@code k} that multiplies the hazard and is integrated out,
 *
 * <pre>{@code log p = sum_j log h(t_j) + lgamma(k + n) - lgamma(k) + k log k - (k + n) log(k + H)}</pre>
 *
 * and the frailty, given the record, is gamma with shape {@code k + n} and rate {@code k + H}.
 */
public final class FractureHistory {
    private FractureHistory() {}

    /**
     * Without frailty of its own, or for a sibling whose frailty is already part of its hazard.
     *
     * @param sumOfLogHazards logarithms of fractures per year at the recorded fractures, summed
     * @param integratedHazard expected number of fractures in the observed time, 0 or more
     */
    public static double logLikelihood(double sumOfLogHazards, double integratedHazard) {
        return sumOfLogHazards - integratedHazard;
    }

    /**
     * With gamma frailty integrated out.
     *
     * @param fractures number of recorded fractures
     * @param shape of the frailty, above 0; its variance between people is {@code 1 / shape}
     */
    public static double logLikelihood(int fractures, double sumOfLogHazards, double integratedHazard, double shape) {
        double risingFactorial = 0;
        for (int j = 0; j < fractures; j++) {
            risingFactorial += StrictMath.log(shape + j);
        }
        return sumOfLogHazards
                + risingFactorial
                - fractures * StrictMath.log(shape)
                - (shape + fractures) * StrictMath.log1p(integratedHazard / shape);
    }

    /** Mean of the frailty given the record. */
    public static double meanFrailty(int fractures, double integratedHazard, double shape) {
        return (shape + fractures) / (shape + integratedHazard);
    }
}
