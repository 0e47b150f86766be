package org.lamella.twin.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lamella.twin.weight.Temperature;
import org.lamella.twin.weight.Weights;

/**
 * Rounds of population Monte Carlo with recycling (adaptive multiple importance sampling, Cornuet et al. 2012,
 * Scandinavian Journal of Statistics). The first round is drawn from the prior; each later one from a proposal learned
 * from all siblings before it. Round limits are fixed numbers, so a sibling depends on its index and the record but
 * never on how many siblings are asked for: asking for more extends the first ones and changes none.
 *
 * <p>All siblings are weighted against the mixture of every round by its share of siblings,
 *
 * <pre>{@code log w_i = log prior(z_i) + log likelihood_i - log sum_r (n_r / n) q_r(z_i)}</pre>
 */
public final class Rounds {
    /** First sibling of each round after the first; the last round is open. */
    private static final int[] LIMITS = {256, 448, 704, 1024};

    private static final double PRIOR_SHARE = 0.1;
    private static final double INFLATION = 1.15;
    private static final double WANTED_SIZE_PER_TRAIT = 2;

    private final int siblings;
    private final StandardNormal prior;
    private final List<Proposal> proposals = new ArrayList<>();

    /**
     * @param siblings number in all
     * @param dimension number of traits
     */
    public Rounds(int siblings, int dimension) {
        this.siblings = siblings;
        this.prior = new StandardNormal(dimension);
        proposals.add(prior);
    }

    /** First sibling of a round. */
    public int first(int round) {
        return round == 0 ? 0 : Math.min(siblings, LIMITS[round - 1]);
    }

    /** One past the last sibling of a round. */
    public int end(int round) {
        return round < LIMITS.length ? Math.min(siblings, LIMITS[round]) : siblings;
    }

    /** Number of rounds that hold a sibling. */
    public int count() {
        int rounds = 1;
        while (rounds <= LIMITS.length && LIMITS[rounds - 1] < siblings) {
            rounds++;
        }
        return rounds;
    }

    /** What the siblings of a round are drawn from; earlier rounds must have been learned from first. */
    public Proposal proposal(int round) {
        return proposals.get(round);
    }

    /**
     * Learns the proposal of the next round.
     *
     * @param round the round just finished
     * @param positions of all siblings; those up to the end of the round are read
     * @param logLikelihoods of all siblings; those up to the end of the round are read
     */
    public void learn(int round, double[][] positions, double[] logLikelihoods) {
        int seen = end(round);
        double[][] seenPositions = Arrays.copyOf(positions, seen);
        double[] logWeights = logWeights(seen, positions, logLikelihoods);
        double wanted = Math.min(seen / 2.0, WANTED_SIZE_PER_TRAIT * prior.dimension());
        double power = Temperature.forEffectiveSize(logWeights, wanted);
        Weights weights = Weights.tempered(logWeights, power);
        HeavyTailed learned = HeavyTailed.learned(seenPositions, weights, INFLATION);
        proposals.add(new DefensiveMixture(prior, learned, PRIOR_SHARE));
    }

    /** Log weights of the first siblings under the posterior. */
    public double[] logWeights(int seen, double[][] positions, double[] logLikelihoods) {
        double[] logWeights = logPriorWeights(seen, positions);
        for (int i = 0; i < seen; i++) {
            logWeights[i] += logLikelihoods[i];
        }
        return logWeights;
    }

    /** Log weights of the first siblings under the prior: what they stood for before the record was looked at. */
    public double[] logPriorWeights(int seen, double[][] positions) {
        double[] logWeights = new double[seen];
        for (int i = 0; i < seen; i++) {
            double mixture = Double.NEGATIVE_INFINITY;
            for (int r = 0; r < proposals.size() && first(r) < seen; r++) {
                double share = (Math.min(seen, end(r)) - first(r)) / (double) seen;
                double term = StrictMath.log(share) + proposals.get(r).logDensity(positions[i]);
                mixture = mixture == Double.NEGATIVE_INFINITY ? term : DefensiveMixture.logSum(mixture, term);
            }
            logWeights[i] = prior.logDensity(positions[i]) - mixture;
        }
        return logWeights;
    }
}
