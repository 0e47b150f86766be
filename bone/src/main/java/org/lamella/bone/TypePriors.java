package org.lamella.bone;

import org.lamella.patient.OiType;
import org.lamella.patient.Sex;
import org.lamella.patient.random.KeyedRandom;

/** Medians and spread of traits by OI type and sex, from {@code parameters/type_priors.yaml}. */
public final class TypePriors {
    private final BoneParameters parameters;

    private TypePriors(BoneParameters parameters) {
        this.parameters = parameters;
    }

    public static TypePriors of(BoneParameters parameters) {
        return new TypePriors(parameters);
    }

    /** Traits of a healthy peer. */
    public TraitValues healthy(Sex sex) {
        throw new UnsupportedOperationException(
                "priors are not connected yet: " + parameters.types().title());
    }

    /** Median traits of a type. */
    public TraitValues median(OiType type, Sex sex) {
        throw new UnsupportedOperationException("priors are not connected yet");
    }

    /** Spread of one trait: standard deviation on the trait's scale. */
    public double spread(OiType type, Trait trait) {
        throw new UnsupportedOperationException("priors are not connected yet");
    }

    /** Traits of one sibling of this type, as a pure function of the key. */
    public TraitValues draw(OiType type, Sex sex, KeyedRandom random, long key, int replicate) {
        throw new UnsupportedOperationException("priors are not connected yet");
    }
}
