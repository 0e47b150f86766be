package org.lamella.trial.run;

import org.lamella.bone.Observable;
import org.lamella.trial.protocol.Quantity;

/** Which reading of the model stands for a measured quantity. */
public final class ObservedQuantity {
    private ObservedQuantity() {}

    /** The reading behind a quantity. */
    public static Observable of(Quantity quantity) {
        return quantity.observable();
    }
}
