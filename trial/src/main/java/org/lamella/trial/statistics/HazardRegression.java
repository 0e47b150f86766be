package org.lamella.trial.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * Proportional hazards: Cox for first events, Andersen–Gill for recurrent ones with a variance that is robust against
 * dependence within a patient (Lin and Wei 1989, doi:10.1080/01621459.1989.10478874).
 */
public final class HazardRegression {
    private static final int MOST_STEPS = 50;
    private static final double CONVERGED = 1e-10;
    private static final double LONGEST_STEP = 3;

    private HazardRegression() {}

    /**
     * The fitted model.
     *
     * @param coefficients log hazard ratios
     * @param modelVariance inverse information
     * @param robustVariance sandwich summed over patients
     * @param logLikelihood partial log-likelihood
     */
    public record Fit(
            double[] coefficients, double[][] modelVariance, double[][] robustVariance, double logLikelihood) {
        /** Hazard ratio of a covariate, variance from the information. */
        public Effect hazardRatio(int covariate) {
            return Effect.normal(coefficients[covariate], StrictMath.sqrt(modelVariance[covariate][covariate]))
                    .exponentiated();
        }

        /** Rate ratio of a covariate with the robust variance. */
        public Effect robustRateRatio(int covariate) {
            return Effect.normal(coefficients[covariate], StrictMath.sqrt(robustVariance[covariate][covariate]))
                    .exponentiated();
        }
    }

    /** First events: everybody is at risk from 0. */
    public static Fit cox(double[][] x, double[] time, boolean[] event) {
        int[] patient = new int[time.length];
        Arrays.setAll(patient, i -> i);
        return fit(FollowUpPieces.ofEach(x, new double[time.length], time, event, patient));
    }

    /** First events of two groups, from how many had or had not one by each day; the covariate is the treated group. */
    public static Fit cox(EventTimes control, EventTimes treated) {
        PiecesBuilder pieces = new PiecesBuilder();
        control.forEach((day, event, patients) -> pieces.patient(patients).piece(0, day, event));
        treated.forEach((day, event, patients) -> pieces.patient(patients).piece(1, day, event));
        return fit(pieces.build());
    }

    /** First events of the same patients in two arms, with a variance that is robust within them. */
    public static Fit paired(PairedEventTimes pairs) {
        PiecesBuilder pieces = new PiecesBuilder();
        pairs.forEach((control, hadControl, treated, hadTreated, patients) ->
                pieces.patient(patients).piece(0, control, hadControl).piece(1, treated, hadTreated));
        return fit(pieces.build());
    }

    /**
     * Recurrent events.
     *
     * @param x covariates by row
     * @param start beginning of each piece of follow-up, excluded
     * @param stop end of each piece, included; after the beginning
     * @param event true when the piece ends with an event
     * @param patient patient of each piece
     */
    public static Fit andersenGill(double[][] x, double[] start, double[] stop, boolean[] event, int[] patient) {
        return fit(FollowUpPieces.ofEach(x, start, stop, event, patient));
    }

    /** Newton's method from no effect. */
    private static Fit fit(FollowUpPieces pieces) {
        int p = pieces.covariates();
        PartialLikelihood likelihood = new PartialLikelihood(pieces);
        double[] beta = new double[p];
        PartialLikelihood.At here = likelihood.at(beta);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[][] inverse = SmallMatrix.inverse(here.information());
            double[] next = beta.clone();
            double largest = 0;
            for (int j = 0; j < p; j++) {
                double move = 0;
                for (int k = 0; k < p; k++) {
                    move += inverse[j][k] * here.score()[k];
                }
                next[j] += Math.clamp(move, -LONGEST_STEP, LONGEST_STEP);
                largest = Math.max(largest, Math.abs(move));
            }
            beta = next;
            here = likelihood.at(beta);
            if (largest < CONVERGED) {
                double[][] variance = SmallMatrix.inverse(here.information());
                return new Fit(beta, variance, robust(pieces, beta, variance, here.times()), here.logLikelihood());
            }
        }
        throw new ArithmeticException("proportional hazards: no finite estimate (an arm without events?)");
    }

    /** Sandwich from score residuals summed within patients. */
    private static double[][] robust(
            FollowUpPieces pieces, double[] beta, double[][] variance, List<PartialLikelihood.EventTime> times) {
        int p = beta.length;
        double[][] residual = new double[pieces.alike().length][p];
        for (int i = 0; i < pieces.size(); i++) {
            double risk = StrictMath.exp(pieces.logRisk(beta, i));
            double[] x = pieces.x()[i];
            double[] mine = residual[pieces.patient()[i]];
            for (PartialLikelihood.EventTime at : times) {
                if (at.time() > pieces.stop()[i] || at.time() <= pieces.start()[i]) {
                    continue;
                }
                boolean here = pieces.event()[i] && at.time() == pieces.stop()[i];
                double hazard = here ? at.hazardOfEvents() : at.hazard();
                double[] weighted = here ? at.weightedOfEvents() : at.weighted();
                for (int j = 0; j < p; j++) {
                    mine[j] -= risk * (x[j] * hazard - weighted[j]);
                    mine[j] += here ? x[j] - at.mean()[j] : 0;
                }
            }
        }
        double[][] middle = new double[p][p];
        for (int i = 0; i < residual.length; i++) {
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    middle[j][k] += pieces.alike()[i] * residual[i][j] * residual[i][k];
                }
            }
        }
        return SmallMatrix.product(SmallMatrix.product(variance, middle), variance);
    }
}
