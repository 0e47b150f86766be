package org.lamella.bone;

import org.lamella.evidence.Parameter;
import org.lamella.evidence.ParameterSet;

/**
 * Every number of the model, with its source.
 *
 * @param bone equations of bone, {@code parameters/lam1.yaml}
 * @param drugs effects of drugs, {@code parameters/drugs.yaml}
 * @param types medians and spread of traits, {@code parameters/type_priors.yaml}
 */
public record BoneParameters(ParameterSet bone, ParameterSet drugs, ParameterSet types) {
    /** The parameters that come with Lamella. */
    public static BoneParameters load() {
        return new BoneParameters(
                ParameterSet.load("parameters/lam1.yaml"),
                ParameterSet.load("parameters/drugs.yaml"),
                ParameterSet.load("parameters/type_priors.yaml"));
    }

    /** The same parameters with one value changed, wherever it is kept. */
    public BoneParameters with(String id, double value) {
        if (drugs.find(id).isPresent()) {
            return new BoneParameters(bone, drugs.with(id, value), types);
        }
        if (types.find(id).isPresent()) {
            return new BoneParameters(bone, drugs, types.with(id, value));
        }
        return new BoneParameters(bone.with(id, value), drugs, types);
    }

    /** A parameter of any of the three sets. */
    public Parameter get(String id) {
        return drugs.find(id).or(() -> types.find(id)).orElseGet(() -> bone.get(id));
    }
}
