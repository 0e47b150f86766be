package org.lamella.patient;

/** Sex for growth and bone references, which exist for these two only. */
public enum Sex {
    FEMALE,
    MALE
}
