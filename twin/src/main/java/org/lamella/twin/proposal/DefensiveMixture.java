package org.lamella.twin.proposal;

/**
 * A learned proposal with a share of the prior, so that no sibling of the prior can get an unbounded weight (Hesterberg
 * 1995, Technometrics).
 *
 * @param prior the prior
 * @param learned what was learned
 * @param priorShare share of draws from the prior, above 0 and below 1
 */
public record DefensiveMixture(StandardNormal prior, HeavyTailed learned, double priorShare) implements Proposal {
    private static final int CHOICE = 0;

    public DefensiveMixture {
        if (!(priorShare > 0 && priorShare < 1)) {
            throw new IllegalArgumentException(
                    "share of the prior: found " + priorShare + ", accepted is above 0 and below 1");
        }
    }

    @Override
    public int dimension() {
        return prior.dimension();
    }

    @Override
    public double[] draw(DrawSource source) {
        return source.uniform(CHOICE) < priorShare ? prior.draw(source) : learned.draw(source);
    }

    @Override
    public double logDensity(double[] position) {
        return logSum(
                StrictMath.log(priorShare) + prior.logDensity(position),
                StrictMath.log1p(-priorShare) + learned.logDensity(position));
    }

    static double logSum(double a, double b) {
        double larger = Math.max(a, b);
        return larger + StrictMath.log1p(StrictMath.exp(Math.min(a, b) - larger));
    }
}
