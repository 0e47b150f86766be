package org.lamella.patient;

/** A region measured by DXA. */
public enum SkeletalSite {
    LUMBAR_SPINE("lumbar spine"),
    TOTAL_BODY_LESS_HEAD("total body less head"),
    TOTAL_BODY("total body"),
    TOTAL_HIP("total hip"),
    FEMORAL_NECK("femoral neck"),
    DISTAL_RADIUS("distal radius"),
    DISTAL_FEMUR("distal femur");

    private final String label;

    SkeletalSite(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
