package org.lamella.care.site;

/** Who stays in hospital after the first bisphosphonate infusion. UK practice varies (ESPE 2016 P1-P120). */
public enum FirstDoseAdmission {
    ALL("everybody is admitted for the first dose"),
    UNDER_2_YEARS("children under 2 years are admitted for the first dose"),
    NONE("no routine admission for the first dose");

    private final String label;

    FirstDoseAdmission(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
