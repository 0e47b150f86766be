package org.lamella.trial.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Mixed model for repeated measures: all visits of a quantity together, so that patients who leave early still tell what
 * they showed until then (valid when data are missing at random). Means are linear in visits and covariates; the covariance
 * between visits of a patient is unstructured, or of a simpler form.
 *
 * <p>Patients enter as sums per pattern of missing visits, so the fit takes the same time for a hundred and for a million.
 * Intervals use Satterthwaite's degrees of freedom.
 */
public final class RepeatedMeasures {
    private static final int MOST_VISITS = 30;

    private final double[][] visitDesign;
    private final int covariates;
    private final Map<Integer, Pattern> patterns = new TreeMap<>();

    /** What is maximised. */
    public enum Likelihood {
        /** Restricted: variances are not biased by the number of means estimated. */
        RESTRICTED,
        /** Full maximum likelihood; for comparison with published examples. */
        FULL
    }

    /** Covariance between the visits of a patient. */
    public enum Structure {
        /** Every variance and correlation on its own. */
        UNSTRUCTURED,
        /** One variance, one correlation. */
        COMPOUND_SYMMETRY,
        /** One variance; correlations fall with the number of visits in between. */
        AUTOREGRESSIVE
    }

    /**
     * @param visitDesign a row per visit: how the mean of that visit is made from the coefficients; see {@link #everyVisit}
     * @param covariates number of covariates of a patient, the intercept included
     */
    public RepeatedMeasures(double[][] visitDesign, int covariates) {
        if (visitDesign.length < 1 || visitDesign.length > MOST_VISITS || covariates < 1) {
            throw new IllegalArgumentException(
                    "repeated measures: found " + visitDesign.length + " visits and " + covariates
                            + " covariates, accepted are 1 to " + MOST_VISITS + " visits and at least 1 covariate");
        }
        this.visitDesign = visitDesign;
        this.covariates = covariates;
    }

    /** Means and effects of each visit on their own. */
    public static RepeatedMeasures everyVisit(int visits, int covariates) {
        double[][] identity = new double[visits][visits];
        for (int v = 0; v < visits; v++) {
            identity[v][v] = 1;
        }
        return new RepeatedMeasures(identity, covariates);
    }

    /**
     * Adds a patient; one without any response is left out.
     *
     * @param z covariates, the intercept first
     * @param response response at each visit, not a number when missed
     */
    public void add(double[] z, double[] response) {
        int mask = 0;
        for (int v = 0; v < response.length; v++) {
            mask |= Double.isNaN(response[v]) ? 0 : 1 << v;
        }
        if (mask != 0) {
            patterns.computeIfAbsent(mask, m -> new Pattern(m, visitDesign.length, covariates))
                    .add(z, response);
        }
    }

    /**
     * The fitted model.
     *
     * @param coefficients by column of the visit design, then covariate
     * @param variance of the coefficients
     * @param covariance between visits
     * @param minusTwoLogLikelihood of the likelihood that was maximised
     */
    public record Fit(
            double[] coefficients,
            double[][] variance,
            double[][] covariance,
            double minusTwoLogLikelihood,
            Satterthwaite freedom) {
        /** A linear combination of coefficients with its interval. */
        public Effect contrast(double[] weights) {
            double estimate = 0;
            double squares = 0;
            for (int i = 0; i < weights.length; i++) {
                estimate += weights[i] * coefficients[i];
                for (int j = 0; j < weights.length; j++) {
                    squares += weights[i] * variance[i][j] * weights[j];
                }
            }
            return Effect.student(estimate, StrictMath.sqrt(squares), freedom.degrees(weights));
        }

        /** The effect of one covariate at one visit, for models of {@link #everyVisit}. */
        public Effect atVisit(int visit, int covariate, int covariates) {
            double[] weights = new double[coefficients.length];
            weights[visit * covariates + covariate] = 1;
            return contrast(weights);
        }
    }

    /**
     * Fits the model.
     *
     * @throws ArithmeticException when there are too few patients for it
     */
    public Fit fit(Structure structure, Likelihood likelihood) {
        List<Pattern> data = new ArrayList<>(patterns.values());
        int patients = data.stream().mapToInt(Pattern::patients).sum();
        if (patients < covariates + visitDesign.length + 1) {
            throw new ArithmeticException("repeated measures: " + patients + " patients are too few for "
                    + visitDesign.length + " visits and " + covariates + " covariates");
        }
        boolean restricted = likelihood == Likelihood.RESTRICTED;
        CovarianceModel model = CovarianceModel.of(structure, data, visitDesign, covariates, restricted);
        GeneralisedLeastSquares means = new GeneralisedLeastSquares(data, visitDesign, covariates, model.covariance());
        return new Fit(
                means.coefficients(),
                means.variance(),
                model.covariance(),
                means.minusTwoLogLikelihood(restricted),
                new Satterthwaite(data, means, model.derivatives(), visitDesign, covariates));
    }
}
