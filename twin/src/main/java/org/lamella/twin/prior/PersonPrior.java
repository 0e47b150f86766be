package org.lamella.twin.prior;

import java.util.List;
import org.lamella.bone.TraitValues;

/**
 * Prior of one person: a mixture over OI types (a single one when the type is known), each with its traits.
 *
 * @param types priors of the types that are possible
 * @param shares probability of each; they sum to 1
 */
public record PersonPrior(List<TraitPrior> types, List<Double> shares) {
    public PersonPrior {
        types = List.copyOf(types);
        shares = List.copyOf(shares);
    }

    /** Number of coordinates of a position. */
    public int dimension() {
        return TraitPrior.DIMENSION;
    }

    /**
     * Traits of a sibling.
     *
     * @param uniform random number that decides the type
     * @param position standard normal numbers
     */
    public TraitValues traits(double uniform, double[] position) {
        double cumulated = shares.getFirst();
        int type = 0;
        while (type < types.size() - 1 && uniform >= cumulated) {
            type++;
            cumulated += shares.get(type);
        }
        return types.get(type).at(position);
    }
}
