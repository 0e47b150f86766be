package org.lamella.trial.qualify;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Prediction intervals of 90 % for published figures, and for those of reserved studies, which stay unread. Three things can keep a figure from its prediction: the study was
 * finite, the parameters are not known exactly (spread over the ensemble), and the model is not right (discrepancy). The
 * discrepancy is not guessed: it is what remains, on average, in the comparisons of the <em>other</em> studies that may set
 * parameters, relative to the size of the predicted effect.
 */
final class Intervals {
    /** Standard normal quantile of a two-sided 90 % interval. */
    private static final double Z90 = 1.6448536269514722;

    private Intervals() {}

    /** On which scale errors are taken to be normal. */
    enum Scale {
        /** Logarithm of the level relative to the start, for percentage changes. */
        LEVEL(0.05),
        /** Logarithm, for rates and hazard ratios. */
        RATIO(1),
        /** As printed, for Z-scores and densities. */
        NATURAL(0.3);

        private final double least;

        /**
         * @param least size of effect below which the discrepancy does not shrink further; for ratios it does not depend on
         *     the effect
         */
        Scale(double least) {
            this.least = least;
        }

        double to(double value) {
            return switch (this) {
                case LEVEL -> StrictMath.log(Math.max(1 + value / 100, 1e-3));
                case RATIO -> StrictMath.log(Math.max(value, 1e-6));
                case NATURAL -> value;
            };
        }

        double from(double transformed) {
            return switch (this) {
                case LEVEL -> 100 * (StrictMath.exp(transformed) - 1);
                case RATIO -> StrictMath.exp(transformed);
                case NATURAL -> transformed;
            };
        }

        /** Size of an effect, to which the discrepancy is taken to be proportional. */
        double size(double predicted) {
            return this == RATIO ? 1 : Math.max(Math.abs(to(predicted)), least);
        }
    }

    /**
     * What keeps a figure from its prediction, as standard deviations on the scale.
     *
     * @param scale scale
     * @param sampling finite study and finite simulation; not a number when the size of the study is not known
     * @param parameters spread over the parameter sets; 0 without an ensemble
     */
    record Errors(Scale scale, double sampling, double parameters) {}

    /** The findings with their intervals; only what has no estimate has none. */
    static List<Finding> complete(List<Finding> findings) {
        List<Finding> completed = new ArrayList<>();
        for (Finding f : findings) {
            Errors e = f.errors();
            double middle = f.predicted().estimate();
            if (Double.isNaN(middle)) {
                completed.add(f);
                continue;
            }
            double known = Double.isNaN(e.sampling()) ? 0 : e.sampling();
            double discrepancy = discrepancy(f, findings) * e.scale().size(middle);
            double half = Z90 * Math.sqrt(known * known + e.parameters() * e.parameters() + discrepancy * discrepancy);
            double at = e.scale().to(middle);
            completed.add(f.with(e.scale().from(at - half), e.scale().from(at + half)));
        }
        return completed;
    }

    /** Root mean square of what sampling and parameters leave unexplained in other studies, relative to the effect. */
    static double discrepancy(Finding of, List<Finding> all) {
        double sum = 0;
        int n = 0;
        for (Finding f : all) {
            if (f.observed() == null
                    || f.study().equals(of.study())
                    || !f.maySetParameters()
                    || f.errors().scale() != of.errors().scale()
                    || Double.isNaN(f.predicted().estimate())) {
                continue;
            }
            Errors e = f.errors();
            double miss = e.scale().to(Objects.requireNonNull(f.observed()))
                    - e.scale().to(f.predicted().estimate());
            double known = Double.isNaN(e.sampling()) ? 0 : e.sampling() * e.sampling();
            double left = miss * miss - known - e.parameters() * e.parameters();
            double size = e.scale().size(f.predicted().estimate());
            sum += left / (size * size);
            n++;
        }
        return n == 0 ? 0 : Math.sqrt(Math.max(sum / n, 0));
    }
}
