package org.lamella.twin.proposal;

import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;

/**
 * Random numbers of one sibling, keyed by study seed and sibling.
 *
 * @param random study stream
 * @param siblingKey key of the sibling, see {@link SiblingKeys}
 */
public record SiblingDraws(KeyedRandom random, long siblingKey) implements DrawSource {
    @Override
    public double normal(int index) {
        return random.normal(siblingKey, 0, Process.TRAITS, index);
    }

    @Override
    public double uniform(int index) {
        return random.uniform(siblingKey, 0, Process.PROPOSAL, index);
    }
}
