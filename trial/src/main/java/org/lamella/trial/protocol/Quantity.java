package org.lamella.trial.protocol;

import java.util.Locale;
import org.lamella.bone.Observable;

/** What a visit can measure. Codes follow the eight-character habit of CDISC PARAMCD. */
public enum Quantity {
    SPINE_BMD("LSBMD", "lumbar spine areal BMD", "g/cm2", true, Observable.SPINE_DENSITY),
    SPINE_BMD_Z("LSBMDZ", "lumbar spine areal BMD Z-score", "SD", false, Observable.SPINE_Z),
    METAPHYSEAL_BONE_VOLUME(
            "METABVTV", "metaphyseal bone volume per tissue volume", "1", true, Observable.METAPHYSEAL_BONE_VOLUME),
    FEMUR_CORTICAL_THICKNESS(
            "FEMCTTH", "femoral shaft cortical thickness", "mm", true, Observable.FEMUR_CORTICAL_THICKNESS),
    CTX("CTXR", "serum CTX relative to the age reference", "1", true, Observable.CTX),
    P1NP("P1NPR", "serum P1NP relative to the age reference", "1", true, Observable.P1NP),
    NTX("NTXR", "urinary NTX/creatinine relative to the age reference", "1", true, Observable.NTX),
    ALKALINE_PHOSPHATASE(
            "BALPR",
            "bone alkaline phosphatase relative to the age reference",
            "1",
            true,
            Observable.ALKALINE_PHOSPHATASE),
    CALCIUM("CA", "serum calcium", "mmol/L", true, Observable.CALCIUM),
    VITAMIN_D("VITD25", "serum 25-hydroxyvitamin D", "nmol/L", true, Observable.VITAMIN_D),
    HEIGHT("HEIGHT", "height", "cm", true, Observable.HEIGHT),
    HEIGHT_Z("HEIGHTZ", "height Z-score", "SD", false, Observable.HEIGHT_Z),
    WEIGHT("WEIGHT", "weight", "kg", true, Observable.WEIGHT),
    ILIAC_CORTICAL_WIDTH("CTWI", "iliac cortical width", "mm", true, Observable.ILIAC_CORTICAL_WIDTH),
    ILIAC_BONE_VOLUME("BVTV", "iliac bone volume per tissue volume", "1", true, Observable.ILIAC_BONE_VOLUME),
    ILIAC_TRABECULAR_NUMBER("TBN", "iliac trabecular number", "1/mm", true, Observable.ILIAC_TRABECULAR_NUMBER),
    ILIAC_TRABECULAR_THICKNESS("TBTH", "iliac trabecular thickness", "um", true, Observable.ILIAC_TRABECULAR_THICKNESS),
    VERTEBRAL_DEFORMITY(
            "VERTDEF",
            "vertebral deformity, fraction of height and depth lost",
            "1",
            true,
            Observable.VERTEBRAL_DEFORMITY),
    SPINE_BMC("LSBMC", "lumbar spine BMC", "g", true, Observable.SPINE_MINERAL_CONTENT),
    SPINE_PROJECTED_AREA("LSAREA", "projected lumbar spine area", "cm2", true, Observable.SPINE_PROJECTED_AREA),
    VERTEBRAL_HEIGHT(
            "VERTHT",
            "height of the lumbar vertebrae relative to a healthy peer",
            "1",
            true,
            Observable.VERTEBRAL_HEIGHT),
    HIP_BMD("HIPBMD", "total hip areal BMD", "g/cm2", true, Observable.HIP_DENSITY),
    FEMORAL_NECK_BMD(
            "FNBMDR", "femoral neck areal BMD relative to a healthy peer", "1", true, Observable.FEMORAL_NECK_RELATIVE),
    BODY_BMC(
            "TBLHBMCR",
            "total body less head BMC relative to a healthy peer",
            "1",
            true,
            Observable.BODY_CONTENT_RELATIVE),
    BODY_BMD(
            "TBLHBMDR",
            "total body less head areal BMD relative to a healthy peer",
            "1",
            true,
            Observable.BODY_DENSITY_RELATIVE),
    TIBIA_TRABECULAR_DENSITY(
            "TIBTBD",
            "trabecular volumetric density of the distal tibia",
            "mg/cm3",
            true,
            Observable.TIBIA_TRABECULAR_DENSITY),
    RADIUS_TRABECULAR_DENSITY(
            "RADTBD",
            "trabecular volumetric density of the distal radius",
            "mg/cm3",
            true,
            Observable.RADIUS_TRABECULAR_DENSITY),
    TIBIA_CORTICAL_DENSITY(
            "TIBCTD", "cortical volumetric density of the tibia", "mg/cm3", true, Observable.TIBIA_CORTICAL_DENSITY),
    TIBIA_CORTICAL_THICKNESS(
            "TIBCTTH", "tibial shaft cortical thickness", "mm", true, Observable.TIBIA_CORTICAL_THICKNESS),
    TIBIA_SHAFT_CONTENT(
            "TIBBMC", "mineral of the tibial shaft per length", "mg/mm", true, Observable.TIBIA_SHAFT_CONTENT),
    ILIAC_FORMATION_RATE(
            "BFRBS", "iliac bone formation rate per bone surface", "um3/um2/a", true, Observable.ILIAC_FORMATION_RATE);

    private final String code;
    private final String label;
    private final String unit;
    private final boolean ratioScale;
    private final Observable observable;

    Quantity(String code, String label, String unit, boolean ratioScale, Observable observable) {
        this.code = code;
        this.label = label;
        this.unit = unit;
        this.ratioScale = ratioScale;
        this.observable = observable;
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

    /** The reading of the model behind it. */
    public Observable observable() {
        return observable;
    }

    /** Name in protocol files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
