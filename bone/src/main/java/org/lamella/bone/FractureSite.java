package org.lamella.bone;

import java.util.Optional;
import org.lamella.patient.Bone;
import org.lamella.patient.random.Process;

/** Places at which the model lets bone break; left and right are one. */
public enum FractureSite {
    FEMUR(Process.FRACTURE_FEMUR),
    /** Tibia, fibula and foot. */
    TIBIA(Process.FRACTURE_TIBIA),
    /** Humerus, forearm, hand and clavicle. */
    UPPER_LIMB(Process.FRACTURE_UPPER_LIMB),
    /** Clinical vertebral fractures. */
    VERTEBRA(Process.FRACTURE_VERTEBRA);

    private final Process process;

    FractureSite(Process process) {
        this.process = process;
    }

    /** The stream of this site's fracture thresholds. */
    public Process process() {
        return process;
    }

    public boolean lowerLimb() {
        return this == FEMUR || this == TIBIA;
    }

    /** The site that stands for a bone, or empty for rib, pelvis, skull and others, which the model does not break. */
    public static Optional<FractureSite> of(Bone bone) {
        return switch (bone) {
            case FEMUR -> Optional.of(FEMUR);
            case TIBIA, FOOT -> Optional.of(TIBIA);
            case HUMERUS, FOREARM, HAND, CLAVICLE -> Optional.of(UPPER_LIMB);
            case VERTEBRA -> Optional.of(VERTEBRA);
            case RIB, PELVIS, SKULL, OTHER -> Optional.empty();
        };
    }
}
