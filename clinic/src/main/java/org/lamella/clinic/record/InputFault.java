package org.lamella.clinic.record;

/**
 * Why a record as a whole cannot be used.
 *
 * @param reason kind of fault
 * @param location FHIR element path, line of a plain record, or {@code file}
 * @param found what was there
 * @param accepted what would have been accepted
 * @param advice what to try; empty when there is nothing to add
 */
public record InputFault(Reason reason, String location, String found, String accepted, String advice) {
    public Severity severity() {
        return Severity.REFUSED;
    }

    /** The fault as one line for people. */
    public String sentence() {
        return location + ": " + Sentences.join(reason.label(), found, accepted, advice);
    }
}
