package org.lamella.clinic.record;

/** Why a note or a fault was written; stable names for programs, labels for people. */
public enum Reason {
    FILE_UNREADABLE("the file cannot be read"),
    FILE_TOO_LARGE("the file is too large"),
    NOT_TEXT("the file is not text"),
    NOT_A_RECORD("this is not a patient record"),
    BROKEN_SYNTAX("the text is broken"),
    EMPTY_RECORD("the record is empty"),
    NO_PATIENT("no patient in the record"),
    SEVERAL_PATIENTS("more than one patient in the record"),
    BIRTH_DATE_UNUSABLE("birth date missing or unusable"),
    SEX_UNUSABLE("sex missing or unusable"),
    UNKNOWN_KEY("unknown key"),
    UNKNOWN_CODE("code not understood"),
    CODES_DISAGREE("codes contradict each other"),
    UNKNOWN_UNIT("unit not understood"),
    UNIT_MISSING("unit missing"),
    UNITS_DISAGREE("unit text and unit code contradict each other"),
    VALUE_MISSING("value missing"),
    VALUE_UNREADABLE("value not understood"),
    DOSE_UNKNOWN("amount of a dose unknown"),
    DATE_MISSING("date missing"),
    DATE_INCOMPLETE("date not known to the day"),
    DATE_UNREADABLE("date not understood"),
    DATES_OUT_OF_ORDER("dates out of order"),
    BEFORE_BIRTH("dated before birth"),
    AFTER_AS_OF("dated after the day of the plan"),
    OUT_OF_RANGE("outside the possible range"),
    IMPLAUSIBLE("implausible"),
    DUPLICATE("recorded twice"),
    CONFLICT("contradictory values"),
    NOT_FINAL("status says it does not count"),
    OTHER_PERSON("belongs to nobody or to somebody else"),
    NOT_USED("not used by Lamella"),
    NOT_FHIR("not valid FHIR R4"),
    CONVERTED("converted"),
    ASSEMBLED("put together from several entries"),
    CONTRADICTS_SEX("contradicts the recorded sex"),
    NO_DIAGNOSIS("no diagnosis of osteogenesis imperfecta");

    private final String label;

    Reason(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
