package org.lamella.trial.qualify;

import java.util.List;

/**
 * Figures over several comparisons.
 *
 * @param compared comparisons with an observation
 * @param met how many lie within their limit
 * @param folded how many have a fold error
 * @param opposite how many of those have the opposite sign; they count as beyond 2-fold and not in the mean
 * @param meanFold geometric mean fold error of the others
 * @param within15 how many within 1.5-fold
 * @param within2 how many within 2-fold
 * @param intervals comparisons with a 90 % interval for the observed mean
 * @param covered how many of those intervals hold the observation
 */
public record QualificationSummary(
        int compared,
        int met,
        int folded,
        int opposite,
        double meanFold,
        int within15,
        int within2,
        int intervals,
        int covered) {
    static QualificationSummary of(List<Finding> findings) {
        int compared = 0;
        int met = 0;
        int folded = 0;
        int opposite = 0;
        int within15 = 0;
        int within2 = 0;
        int intervals = 0;
        int covered = 0;
        double logs = 0;
        for (Finding f : findings) {
            Double observed = f.observed();
            if (observed == null) {
                continue;
            }
            compared++;
            met += f.met() ? 1 : 0;
            if (f.folded() && !Double.isNaN(f.error())) {
                folded++;
                within15 += f.error() <= 1.5 ? 1 : 0;
                within2 += f.error() <= 2 ? 1 : 0;
                if (Double.isInfinite(f.error())) {
                    opposite++;
                } else {
                    logs += StrictMath.log(f.error());
                }
            }
            if (!Double.isNaN(f.low())) {
                intervals++;
                covered += observed >= f.low() && observed <= f.high() ? 1 : 0;
            }
        }
        return new QualificationSummary(
                compared,
                met,
                folded,
                opposite,
                folded == opposite ? Double.NaN : StrictMath.exp(logs / (folded - opposite)),
                within15,
                within2,
                intervals,
                covered);
    }
}
