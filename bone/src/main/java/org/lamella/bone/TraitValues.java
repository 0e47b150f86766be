package org.lamella.bone;

import java.util.Arrays;

/** One value per {@link Trait}, each within its checked range. Immutable. */
public final class TraitValues {
    private final double[] values;

    private TraitValues(double[] values) {
        this.values = values;
    }

    /** Values from a function of the trait. */
    public static TraitValues of(java.util.function.ToDoubleFunction<Trait> source) {
        double[] values = new double[Trait.count()];
        for (Trait trait : Trait.values()) {
            double value = source.applyAsDouble(trait);
            trait.check(value);
            values[trait.ordinal()] = value;
        }
        return new TraitValues(values);
    }

    public double get(Trait trait) {
        return values[trait.ordinal()];
    }

    public TraitValues with(Trait trait, double value) {
        trait.check(value);
        double[] changed = values.clone();
        changed[trait.ordinal()] = value;
        return new TraitValues(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TraitValues that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
