package org.lamella.twin.proposal;

/**
 * A distribution of the latent position of a sibling. Each coordinate of the position is one trait, expressed as the
 * number of prior standard deviations from the prior centre, so that the prior itself is standard normal.
 */
public sealed interface Proposal permits StandardNormal, HeavyTailed, DefensiveMixture {
    /** Number of traits. */
    int dimension();

    /** Draws a position; the numbers taken from the source depend on nothing but this proposal. */
    double[] draw(DrawSource source);

    /** Logarithm of the normalised density. */
    double logDensity(double[] position);
}
