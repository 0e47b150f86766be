package org.lamella.patient;

/** Body side. */
public enum Side {
    LEFT,
    RIGHT,
    MIDLINE,
    UNKNOWN
}
