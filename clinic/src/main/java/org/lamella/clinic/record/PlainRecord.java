package org.lamella.clinic.record;

import java.time.LocalDate;

/** Reads the plain record. */
final class PlainRecord {
    /** Key that tells a plain record from any other YAML or JSON, with the version of its layout. */
    static final String MARK = "lamella-record";

    private PlainRecord() {}

    static RecordResult read(String text, LocalDate asOf) {
        return RecordResult.Refused.because(
                Reason.NOT_A_RECORD, "file", "text of " + text.length() + " characters as of " + asOf, "a record", "");
    }
}
