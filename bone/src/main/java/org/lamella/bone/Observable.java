package org.lamella.bone;

/** What can be read off a sibling. One entry is all that a new observable needs. */
public enum Observable {
    AGE("age", "a"),
    HEIGHT("height", "cm"),
    WEIGHT("weight", "kg"),
    HEIGHT_Z("height Z-score, linear", "1"),
    SPINE_DENSITY("lumbar spine areal BMD, model-based", "g/cm2"),
    SPINE_Z("lumbar spine BMD Z-score against the healthy twin, model-based", "1"),
    SPINE_MINERAL_CONTENT("lumbar spine BMC, model-based", "g"),
    SPINE_AREA("projected lumbar spine area relative to a healthy peer", "1"),
    CTX("serum CTX relative to the age reference", "1"),
    P1NP("serum P1NP relative to the age reference", "1"),
    NTX("urinary NTX/creatinine relative to the age reference", "1"),
    ALKALINE_PHOSPHATASE("bone alkaline phosphatase relative to the age reference", "1"),
    CALCIUM("serum calcium, total", "mmol/L"),
    VITAMIN_D("serum 25-hydroxyvitamin D", "nmol/L"),
    ILIAC_BONE_VOLUME("iliac bone volume per tissue volume", "1"),
    ILIAC_TRABECULAR_NUMBER("iliac trabecular number", "mm-1"),
    ILIAC_TRABECULAR_THICKNESS("iliac trabecular thickness", "um"),
    ILIAC_CORTICAL_WIDTH("iliac cortical width", "mm"),
    SPINE_BONE_VOLUME("vertebral bone volume per tissue volume", "1"),
    METAPHYSEAL_BONE_VOLUME("metaphyseal bone volume per tissue volume", "1"),
    FEMUR_CORTICAL_THICKNESS("femoral shaft cortical thickness", "mm"),
    FEMUR_RADIUS("femoral shaft periosteal radius", "mm"),
    FEMUR_POROSITY("femoral shaft porosity", "1"),
    MINERALISATION("degree of trabecular mineralisation, fraction of full", "1"),
    FEMUR_STRENGTH("femoral shaft strength index relative to a healthy peer", "1"),
    TIBIA_STRENGTH("tibial shaft strength index relative to a healthy peer", "1"),
    UPPER_LIMB_STRENGTH("arm strength index relative to a healthy peer", "1"),
    VERTEBRAL_STRENGTH("vertebral strength index relative to a healthy peer", "1"),
    HAZARD_FEMUR("hazard of femoral fracture", "a-1"),
    HAZARD_TIBIA("hazard of fracture of tibia, fibula or foot", "a-1"),
    HAZARD_UPPER_LIMB("hazard of fracture of the arm", "a-1"),
    HAZARD_VERTEBRA("hazard of clinical vertebral fracture", "a-1"),
    EXPECTED_FEMUR("cumulative hazard, femur", "1"),
    EXPECTED_TIBIA("cumulative hazard, tibia, fibula or foot", "1"),
    EXPECTED_LOWER_LIMB("cumulative hazard, lower limb", "1"),
    EXPECTED_UPPER_LIMB("cumulative hazard, upper limb", "1"),
    EXPECTED_VERTEBRA("cumulative hazard, vertebra", "1"),
    EXPECTED_FRACTURES("cumulative hazard, all sites", "1"),
    COUNT_FEMUR("fractures that happened, femur", "1"),
    COUNT_TIBIA("fractures that happened, tibia, fibula or foot", "1"),
    COUNT_UPPER_LIMB("fractures that happened, upper limb", "1"),
    COUNT_VERTEBRA("fractures that happened, vertebra", "1"),
    COUNT_FRACTURES("fractures that happened, all sites", "1"),
    IMPOSED_LOG_HAZARD("sum of the logarithms of the hazard (per year) at imposed fractures of their site", "1"),
    VERTEBRAL_DEFORMITY("vertebral deformity, fraction of height and depth lost", "1"),
    FEMUR_BOW("bow of the femur", "deg"),
    SURFACE_DRUG(
            "bisphosphonate on trabecular surfaces, zoledronate scale (5 mg in a 70 kg adult gives about 12)", "1"),
    OSTEOCLAST_ACTIVITY("vertebral osteoclast activity relative to healthy", "1");

    private final String label;
    private final String unit;

    Observable(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }
}
