package org.lamella.clinic.record;

/** What became of the part of the record that a note speaks of. */
public enum Severity {
    /** Used as it stands, or not needed; something is worth knowing. */
    INFORMATION("for information"),
    /** Used, but it should be checked before anybody relies on it. */
    CAUTION("used, please check"),
    /** Not used. */
    LEFT_OUT("not used"),
    /** The whole record was refused. */
    REFUSED("record refused");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
