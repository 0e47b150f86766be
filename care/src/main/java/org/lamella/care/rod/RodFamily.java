package org.lamella.care.rod;

/** What kind of rod the published choices point to. */
public enum RodFamily {
    THIN_FIXED("thin fixed rod (K-wire, Rush or elastic nail)"),
    TELESCOPING("telescoping rod"),
    FIXED_NEAR_MATURITY("fixed or locked nail");

    private final String label;

    RodFamily(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
