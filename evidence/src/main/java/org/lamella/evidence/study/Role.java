package org.lamella.evidence.study;

/** What a study may be used for. */
public enum Role {
    /** Its figures may fit the model. */
    CALIBRATE("may fit the model"),
    /** Its bone density figures may fit the model; the others may not. */
    CALIBRATE_BMD_ONLY("bone density may fit the model"),
    /** Its figures test the model and fit nothing. */
    VALIDATE("tests the model"),
    /** Its direction of change tests the model. */
    VALIDATE_QUALITATIVE("tests the direction of change"),
    /** Background. */
    CONTEXT("background"),
    /** Evidence of harm. */
    SAFETY("evidence of harm"),
    /** Kept for blind validation: design only, no results in this product. */
    RESERVED("kept for blind validation, design only");

    private final String meaning;

    Role(String meaning) {
        this.meaning = meaning;
    }

    public String meaning() {
        return meaning;
    }

    /** True when at least some figures may be used for fitting. */
    public boolean mayFit() {
        return this == CALIBRATE || this == CALIBRATE_BMD_ONLY;
    }
}
