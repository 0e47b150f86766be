package org.lamella.trial.run;

import java.util.List;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.Engine;
import org.lamella.evidence.ParameterEnsemble;
import org.lamella.trial.protocol.Protocol;

/** What a set of replicates is to tell. */
public enum TrialVariant {
    /** The trial as designed, with the model's best parameters: power. */
    DESIGNED,
    /** Every arm is treated as the first one: type I error. */
    NULL,
    /** Each replicate with the next of the parameter sets that agree with the published studies: assurance. */
    ASSURANCE;

    /**
     * The trial of this variant.
     *
     * @throws TrialRefused when the trial cannot be run, or has nothing to compare for this variant
     */
    public VirtualTrial trial(Protocol protocol, BoneParameters parameters) {
        Engine engine = Engine.STANDARD.sequential();
        return switch (this) {
            case DESIGNED -> new VirtualTrial(protocol, BoneModel.create(parameters, engine));
            case NULL -> {
                if (protocol.arms().size() < 2
                        || protocol.randomisation().method()
                                == org.lamella.trial.protocol.Randomisation.Method.PAIRED) {
                    throw new TrialRefused(protocol.id()
                            + ": --null: found a trial with one arm, or a paired one, whose arms would be identical;"
                            + " accepted are trials with two or more randomised arms");
                }
                yield new VirtualTrial(protocol.underNull(), List.of(BoneModel.create(parameters, engine)), this);
            }
            case ASSURANCE ->
                new VirtualTrial(
                        protocol,
                        parameters.members(ParameterEnsemble.load()).stream()
                                .map(p -> BoneModel.create(p, engine))
                                .toList(),
                        this);
        };
    }
}
