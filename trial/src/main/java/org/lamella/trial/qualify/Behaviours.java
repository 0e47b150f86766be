package org.lamella.trial.qualify;

import java.util.List;
import org.lamella.bone.BoneModel;

/**
 * The nine behaviours that LAM-1 was built to explain, as inequalities on median children, with further limits after them
 * ("more"). Bounds are {@linkplain BehaviourLimit data} with their source; an inequality that does not hold is printed as
 * missed.
 */
public final class Behaviours {
    private final BoneModel model;

    /**
     * One inequality and what the model does.
     *
     * @param limit what is accepted
     * @param value what the model does, in the unit of the limit; not a number counts as missed
     */
    public record Check(BehaviourLimit limit, double value) {
        /** Whether the value lies within the bounds, both included. */
        public boolean met() {
            return value >= limit.low() && value <= limit.high();
        }
    }

    /** @param model bone model */
    public Behaviours(BoneModel model) {
        this.model = model;
    }

    /** All inequalities in the order of the book. */
    public List<Check> all() {
        Measurements measured = new Measurements();
        new GrowthAndLoadBehaviours(model).measure(measured);
        new BisphosphonateBehaviours(model).measure(measured);
        new AntibodyBehaviours(model).measure(measured);
        new FurtherLimits(model).measure(measured);
        return BehaviourLimit.hold(BehaviourLimit.load(), measured.values());
    }
}
