package org.lamella.trial.protocol;

import java.util.Locale;

/** What a visit can measure. Codes follow the eight-character habit of CDISC PARAMCD. */
public enum Quantity {
    SPINE_BMD("LSBMD", "lumbar spine areal BMD", "g/cm2", true),
    SPINE_BMD_Z("LSBMDZ", "lumbar spine areal BMD Z-score", "SD", false),
    METAPHYSEAL_BONE_VOLUME("METABVTV", "metaphyseal bone volume per tissue volume", "1", true),
    FEMUR_CORTICAL_THICKNESS("FEMCTTH", "femoral shaft cortical thickness", "mm", true),
    CTX("CTXR", "serum CTX relative to the age reference", "1", true),
    P1NP("P1NPR", "serum P1NP relative to the age reference", "1", true),
    NTX("NTXR", "urinary NTX/creatinine relative to the age reference", "1", true),
    ALKALINE_PHOSPHATASE("BALPR", "bone alkaline phosphatase relative to the age reference", "1", true),
    CALCIUM("CA", "serum calcium", "mmol/L", true),
    VITAMIN_D("VITD25", "serum 25-hydroxyvitamin D", "nmol/L", true),
    HEIGHT("HEIGHT", "height", "cm", true),
    HEIGHT_Z("HEIGHTZ", "height Z-score", "SD", false),
    WEIGHT("WEIGHT", "weight", "kg", true),
    ILIAC_CORTICAL_WIDTH("CTWI", "iliac cortical width", "mm", true),
    ILIAC_BONE_VOLUME("BVTV", "iliac bone volume per tissue volume", "1", true),
    ILIAC_TRABECULAR_NUMBER("TBN", "iliac trabecular number", "1/mm", true),
    ILIAC_TRABECULAR_THICKNESS("TBTH", "iliac trabecular thickness", "um", true),
    VERTEBRAL_DEFORMITY("VERTDEF", "vertebral deformity, fraction of height and depth lost", "1", true);

    private final String code;
    private final String label;
    private final String unit;
    private final boolean ratioScale;

    Quantity(String code, String label, String unit, boolean ratioScale) {
        this.code = code;
        this.label = label;
        this.unit = unit;
        this.ratioScale = ratioScale;
    }

    /** Short code in the result tables. */
    public String code() {
        return code;
    }

    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }

    /** True when a percentage change has a meaning; false for Z-scores. */
    public boolean ratioScale() {
        return ratioScale;
    }

    /** Name in protocol files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
