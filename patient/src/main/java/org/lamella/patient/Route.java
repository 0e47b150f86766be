package org.lamella.patient;

/** Route of administration. */
public enum Route {
    INTRAVENOUS,
    ORAL,
    SUBCUTANEOUS,
    NASAL,
    UNKNOWN
}
