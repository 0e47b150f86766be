package org.lamella.patient;

/** Whether a value was measured on the day or came from somewhere else. */
public enum MeasurementMethod {
    MEASURED,
    ESTIMATED,
    REPORTED
}
