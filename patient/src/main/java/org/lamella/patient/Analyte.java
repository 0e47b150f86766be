package org.lamella.patient;

/** Laboratory analytes with the one unit in which Lamella keeps each (UCUM code). */
public enum Analyte {
    CALCIUM("calcium, total", "mmol/L"),
    CALCIUM_ALBUMIN_ADJUSTED("calcium, albumin-adjusted", "mmol/L"),
    CALCIUM_IONISED("calcium, ionised", "mmol/L"),
    PHOSPHATE("phosphate", "mmol/L"),
    MAGNESIUM("magnesium", "mmol/L"),
    CREATININE("creatinine", "umol/L"),
    ALBUMIN("albumin", "g/L"),
    VITAMIN_D_25OH("25-hydroxyvitamin D", "nmol/L"),
    PTH("parathyroid hormone", "pmol/L"),
    ALKALINE_PHOSPHATASE("alkaline phosphatase", "U/L"),
    BONE_ALKALINE_PHOSPHATASE("bone alkaline phosphatase", "ug/L"),
    P1NP("P1NP", "ug/L"),
    CTX("beta-CTX", "ng/L"),
    NTX_CREATININE("urine NTX/creatinine", "nmol/mmol"),
    DPD_CREATININE("urine deoxypyridinoline/creatinine", "nmol/mmol"),
    URINE_CALCIUM_CREATININE("urine calcium/creatinine", "mmol/mmol"),
    OSTEOCALCIN("osteocalcin", "ug/L"),
    HAEMOGLOBIN("haemoglobin", "g/L");

    private final String label;
    private final String unit;

    Analyte(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    public String label() {
        return label;
    }

    /** Canonical UCUM unit of every {@link LabResult} of this analyte. */
    public String unit() {
        return unit;
    }
}
