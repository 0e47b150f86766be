package org.lamella.patient;

/** Bones named in fractures, casts and operations. */
public enum Bone {
    FEMUR("femur", Region.LOWER_LIMB, true),
    TIBIA("tibia or fibula", Region.LOWER_LIMB, true),
    FOOT("foot", Region.LOWER_LIMB, false),
    HUMERUS("humerus", Region.UPPER_LIMB, true),
    FOREARM("forearm", Region.UPPER_LIMB, true),
    HAND("hand", Region.UPPER_LIMB, false),
    CLAVICLE("clavicle", Region.UPPER_LIMB, false),
    RIB("rib", Region.TRUNK, false),
    VERTEBRA("vertebra", Region.SPINE, false),
    PELVIS("pelvis", Region.TRUNK, false),
    SKULL("skull", Region.HEAD, false),
    OTHER("other bone", Region.TRUNK, false);

    /** Part of the skeleton; the fracture model works by region. */
    public enum Region {
        LOWER_LIMB,
        UPPER_LIMB,
        SPINE,
        TRUNK,
        HEAD
    }

    private final String label;
    private final Region region;
    private final boolean longBone;

    Bone(String label, Region region, boolean longBone) {
        this.label = label;
        this.region = region;
        this.longBone = longBone;
    }

    public String label() {
        return label;
    }

    public Region region() {
        return region;
    }

    /** True for the long bones that the paediatric osteoporosis definition counts (ISCD 2019). */
    public boolean longBone() {
        return longBone;
    }
}
