package org.lamella.evidence.drug;

/** How a drug acts. */
public enum DrugClass {
    BISPHOSPHONATE("bisphosphonate", true),
    RANKL_ANTIBODY("RANKL antibody", true),
    PTH_ANALOGUE("parathyroid hormone analogue", false),
    SCLEROSTIN_ANTIBODY("sclerostin antibody", false),
    TGF_BETA_ANTIBODY("TGF-beta antibody", false),
    HORMONE("hormone", false),
    ADVANCED_THERAPY("cell or gene therapy", false);

    private final String label;
    private final boolean antiresorptive;

    DrugClass(String label, boolean antiresorptive) {
        this.label = label;
        this.antiresorptive = antiresorptive;
    }

    public String label() {
        return label;
    }

    /** True for drugs that lower calcium by stopping resorption, which low calcium therefore forbids. */
    public boolean antiresorptive() {
        return antiresorptive;
    }
}
