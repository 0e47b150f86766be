package org.lamella.bone;

/**
 * The traits of a block's lanes as arrays. In types whose disease comes out after birth the traits of bone move from
 * healthy to their own value with age (P2).
 */
final class Traits {
    /** Traits that come out with the disease; healthy is 1 for each. */
    private static final Trait[] EMERGING = {
        Trait.TURNOVER,
        Trait.REFILL,
        Trait.OSTEOBLAST_OUTPUT,
        Trait.SPONGIOSA,
        Trait.SET_POINT,
        Trait.MATRIX_QUALITY,
        Trait.MINERAL_SPEED,
        Trait.POROSITY,
        Trait.TGF_BETA,
        Trait.P1NP_SCALE,
        Trait.MOBILITY
    };

    private final double[][] byTrait = new double[Trait.count()][];

    Traits(LaneArrays arrays) {
        for (Trait trait : Trait.values()) {
            byTrait[trait.ordinal()] = arrays.add("trait." + trait.id(), 1);
        }
    }

    /** Share of the disease that has come out at an age: a square over the square plus that of the onset time. */
    static double emerged(double years, double onset) {
        return onset <= 0 ? 1 : years * years / (years * years + onset * onset);
    }

    /** Renews the traits of one lane for an age; nothing to do for a disease that is there at birth. */
    void emerge(int i, double years, Siblings siblings) {
        double onset = byTrait[Trait.ONSET_TIME.ordinal()][i];
        if (onset > 0) {
            double share = emerged(years, onset);
            for (Trait trait : EMERGING) {
                double full = siblings.trait(trait, i);
                byTrait[trait.ordinal()][i] = Elementary.exp(share * Elementary.log(full));
            }
        }
    }

    double[] of(Trait trait) {
        return byTrait[trait.ordinal()];
    }
}
