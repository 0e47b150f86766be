package org.lamella.bone;

/** The traits of a block's lanes as arrays. */
final class Traits {
    private final double[][] byTrait = new double[Trait.count()][];

    Traits(LaneArrays arrays) {
        for (Trait trait : Trait.values()) {
            byTrait[trait.ordinal()] = arrays.add("trait." + trait.id(), 1);
        }
    }

    double[] of(Trait trait) {
        return byTrait[trait.ordinal()];
    }
}
