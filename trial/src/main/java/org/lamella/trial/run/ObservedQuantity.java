package org.lamella.trial.run;

import org.lamella.bone.Observable;
import org.lamella.trial.protocol.Quantity;

/** Which reading of the model stands for a measured quantity. */
public final class ObservedQuantity {
    private ObservedQuantity() {}

    /** The reading behind a quantity. */
    public static Observable of(Quantity quantity) {
        return switch (quantity) {
            case SPINE_BMD -> Observable.SPINE_DENSITY;
            case SPINE_BMD_Z -> Observable.SPINE_Z;
            case METAPHYSEAL_BONE_VOLUME -> Observable.METAPHYSEAL_BONE_VOLUME;
            case FEMUR_CORTICAL_THICKNESS -> Observable.FEMUR_CORTICAL_THICKNESS;
            case CTX -> Observable.CTX;
            case P1NP -> Observable.P1NP;
            case NTX -> Observable.NTX;
            case ALKALINE_PHOSPHATASE -> Observable.ALKALINE_PHOSPHATASE;
            case CALCIUM -> Observable.CALCIUM;
            case VITAMIN_D -> Observable.VITAMIN_D;
            case HEIGHT -> Observable.HEIGHT;
            case HEIGHT_Z -> Observable.HEIGHT_Z;
            case WEIGHT -> Observable.WEIGHT;
            case ILIAC_CORTICAL_WIDTH -> Observable.ILIAC_CORTICAL_WIDTH;
            case ILIAC_BONE_VOLUME -> Observable.ILIAC_BONE_VOLUME;
            case ILIAC_TRABECULAR_NUMBER -> Observable.ILIAC_TRABECULAR_NUMBER;
            case ILIAC_TRABECULAR_THICKNESS -> Observable.ILIAC_TRABECULAR_THICKNESS;
            case VERTEBRAL_DEFORMITY -> Observable.VERTEBRAL_DEFORMITY;
        };
    }
}
