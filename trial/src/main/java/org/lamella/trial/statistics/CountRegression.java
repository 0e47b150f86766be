package org.lamella.trial.statistics;

import java.util.Arrays;
import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.special.Gamma;

/**
 * Counts with exposure as offset: Poisson, and negative binomial (variance mean + mean²/theta) with theta by maximum
 * likelihood. The first covariate column is usually the arm; an intercept is added.
 */
public final class CountRegression {
    private static final int MOST_STEPS = 100;
    private static final double LARGEST_THETA = 1e6;

    private final double[] count;
    private final double[] exposure;
    private final double[][] x;
    private final double[] alike;
    private final int p;

    private CountRegression(double[] count, double[] exposure, double[][] covariates, double[] alike) {
        this.count = count;
        this.exposure = exposure;
        this.alike = alike;
        if (covariates.length == 0) {
            throw new IllegalArgumentException("counts: no patients");
        }
        this.p = covariates[0].length + 1;
        this.x = new double[count.length][p];
        for (int i = 0; i < count.length; i++) {
            x[i][0] = 1;
            System.arraycopy(covariates[i], 0, x[i], 1, p - 1);
            if (!(exposure[i] > 0)) {
                throw new IllegalArgumentException("exposure: found " + exposure[i] + ", accepted is above 0");
            }
        }
    }

    /**
     * The fitted model.
     *
     * @param coefficients intercept (log rate), then one per covariate
     * @param variance inverse expected information
     * @param theta dispersion of the negative binomial; infinite for Poisson
     * @param logLikelihood log-likelihood
     */
    public record Fit(double[] coefficients, double[][] variance, double theta, double logLikelihood) {
        /** Rate ratio of a covariate, counted from 0. */
        public Effect rateRatio(int covariate) {
            return Effect.normal(coefficients[covariate + 1], StrictMath.sqrt(variance[covariate + 1][covariate + 1]))
                    .exponentiated();
        }
    }

    /** Poisson regression. */
    public static Fit poisson(double[] count, double[] exposure, double[][] covariates) {
        CountRegression model = new CountRegression(count, exposure, covariates, ones(count.length));
        return model.fit(Double.POSITIVE_INFINITY, new double[model.p]);
    }

    /** Negative binomial regression; falls back to Poisson when the counts are not over-dispersed. */
    public static Fit negativeBinomial(double[] count, double[] exposure, double[][] covariates) {
        return negativeBinomial(count, exposure, covariates, ones(count.length));
    }

    /** The same where each row stands for a number of patients who are {@code alike}. */
    public static Fit negativeBinomial(double[] count, double[] exposure, double[][] covariates, double[] alike) {
        CountRegression model = new CountRegression(count, exposure, covariates, alike);
        Fit fit = model.fit(Double.POSITIVE_INFINITY, new double[model.p]);
        double last = Double.NaN;
        for (int round = 0; round < MOST_STEPS; round++) {
            double theta = model.theta(fit.coefficients());
            if (theta >= LARGEST_THETA) {
                return model.fit(Double.POSITIVE_INFINITY, fit.coefficients());
            }
            fit = model.fit(theta, fit.coefficients());
            if (Math.abs(theta - last) < 1e-9 * theta) {
                return fit;
            }
            last = theta;
        }
        return fit;
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }

    private double mean(double[] beta, int i) {
        double eta = StrictMath.log(exposure[i]);
        for (int j = 0; j < p; j++) {
            eta += beta[j] * x[i][j];
        }
        return StrictMath.exp(Math.clamp(eta, -50, 50));
    }

    private Fit fit(double theta, double[] from) {
        double[] beta = from.clone();
        if (allZero(beta)) {
            double events = 0;
            double time = 0;
            for (int i = 0; i < count.length; i++) {
                events += alike[i] * count[i];
                time += alike[i] * exposure[i];
            }
            if (events == 0) {
                throw new ArithmeticException("counts: no events at all, so no rate ratio");
            }
            beta[0] = StrictMath.log(events / time);
        }
        double[][] variance = new double[p][p];
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] score = new double[p];
            double[][] information = new double[p][p];
            for (int i = 0; i < count.length; i++) {
                double mu = mean(beta, i);
                double weight = alike[i] / (1 + mu / theta);
                for (int j = 0; j < p; j++) {
                    score[j] += x[i][j] * (count[i] - mu) * weight;
                    for (int k = 0; k < p; k++) {
                        information[j][k] += x[i][j] * x[i][k] * mu * weight;
                    }
                }
            }
            variance = SmallMatrix.inverse(information);
            double largest = 0;
            for (int j = 0; j < p; j++) {
                double move = 0;
                for (int k = 0; k < p; k++) {
                    move += variance[j][k] * score[k];
                }
                beta[j] += Math.clamp(move, -3, 3);
                largest = Math.max(largest, Math.abs(move));
            }
            if (largest < 1e-11) {
                return new Fit(beta, variance, theta, logLikelihood(beta, theta));
            }
        }
        throw new ArithmeticException("counts: no finite rate ratio (an arm without events?)");
    }

    private static boolean allZero(double[] values) {
        for (double v : values) {
            if (v != 0) {
                return false;
            }
        }
        return true;
    }

    private double theta(double[] beta) {
        double[] mu = new double[count.length];
        for (int i = 0; i < mu.length; i++) {
            mu[i] = mean(beta, i);
        }
        double low = StrictMath.log(1e-4);
        double high = StrictMath.log(LARGEST_THETA);
        if (thetaScore(mu, LARGEST_THETA) >= 0) {
            return LARGEST_THETA;
        }
        if (thetaScore(mu, 1e-4) <= 0) {
            return 1e-4;
        }
        return StrictMath.exp(
                new BrentSolver(1e-14, 1e-13).solve(500, t -> thetaScore(mu, StrictMath.exp(t)), low, high));
    }

    private double thetaScore(double[] mu, double theta) {
        double sum = 0;
        double ofTheta = Gamma.digamma(theta);
        for (int i = 0; i < mu.length; i++) {
            sum += alike[i]
                    * (Gamma.digamma(theta + count[i])
                            - ofTheta
                            + StrictMath.log(theta)
                            + 1
                            - StrictMath.log(theta + mu[i])
                            - (count[i] + theta) / (mu[i] + theta));
        }
        return sum;
    }

    private double logLikelihood(double[] beta, double theta) {
        double sum = 0;
        for (int i = 0; i < count.length; i++) {
            double mu = mean(beta, i);
            sum += alike[i]
                    * (Double.isInfinite(theta)
                            ? count[i] * StrictMath.log(mu) - mu - Gamma.logGamma(count[i] + 1)
                            : Gamma.logGamma(theta + count[i])
                                    - Gamma.logGamma(theta)
                                    - Gamma.logGamma(count[i] + 1)
                                    + theta * StrictMath.log(theta)
                                    + count[i] * StrictMath.log(mu)
                                    - (theta + count[i]) * StrictMath.log(theta + mu));
        }
        return sum;
    }
}
