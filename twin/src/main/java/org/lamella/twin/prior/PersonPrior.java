package org.lamella.twin.prior;

import java.util.Arrays;
import java.util.List;
import org.lamella.bone.Trait;
import org.lamella.bone.TraitValues;

/**
 * Prior of one person: a mixture over OI types (a single one when the type is known), each with its traits.
 *
 * @param types priors of the types that are possible
 * @param shares probability of each; they sum to 1
 * @param free traits that vary in at least one type, in the order of coordinates
 */
public record PersonPrior(List<TraitPrior> types, List<Double> shares, List<Trait> free) {
    public PersonPrior {
        types = List.copyOf(types);
        shares = List.copyOf(shares);
        free = List.copyOf(free);
    }

    /** Mixture whose free traits are those with a spread. */
    public static PersonPrior of(List<TraitPrior> types, List<Double> shares) {
        List<Trait> free = Arrays.stream(Trait.values())
                .filter(trait -> types.stream().anyMatch(type -> type.of(trait).sd() > 0))
                .toList();
        return new PersonPrior(types, shares, free);
    }

    /** Number of coordinates of a position. */
    public int dimension() {
        return free.size();
    }

    /**
     * Traits of a sibling.
     *
     * @param uniform random number that decides the type
     * @param position prior standard deviations from the centre of that type
     */
    public TraitValues traits(double uniform, double[] position) {
        double cumulated = shares.getFirst();
        int type = 0;
        while (type < types.size() - 1 && uniform >= cumulated) {
            type++;
            cumulated += shares.get(type);
        }
        return types.get(type).at(free, position);
    }
}
