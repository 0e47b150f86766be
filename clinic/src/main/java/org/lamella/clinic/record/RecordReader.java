package org.lamella.clinic.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

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
            case RecordText.Unreadable(InputFault fault) -> new RecordResult.Refused(List.of(fault));
            case RecordText.Text(String text) -> parse(text, asOf);
        };
    }

    /** Reads a record that is already in memory; see {@link #read}. */
    public static RecordResult parse(String text, LocalDate asOf) {
        return parse(text, asOf, false);
    }

    /** As {@link #parse}, with every FHIR resource read by the FHIR parser; slower, with the same result. */
    static RecordResult parseInFull(String text, LocalDate asOf) {
        return parse(text, asOf, true);
    }

    private static RecordResult parse(String text, LocalDate asOf, boolean parserOnly) {
        String start = text.stripLeading();
        if (start.isEmpty()) {
            return RecordResult.Refused.because(
                    Reason.EMPTY_RECORD,
                    "file",
                    "an empty file",
                    "a FHIR R4 Bundle (JSON) or a plain record (YAML)",
                    "");
        }
        if (start.startsWith("<")) {
            return RecordResult.Refused.because(
                    Reason.NOT_A_RECORD,
                    "file",
                    "XML or HTML",
                    "a FHIR R4 Bundle in JSON, or a plain record in YAML or JSON",
                    "FHIR servers answer in JSON when asked with _format=json.");
        }
        return start.startsWith("{") || start.startsWith("[")
                ? json(text, asOf, parserOnly)
                : PlainRecord.read(text, asOf);
    }

    private static RecordResult json(String text, LocalDate asOf, boolean parserOnly) {
        return switch (FhirBundleText.parse(text)) {
            case FhirBundleText.Tree.Broken(InputFault fault) -> new RecordResult.Refused(List.of(fault));
            case FhirBundleText.Tree.Parsed(JsonNode root) ->
                root.has(PlainRecord.MARK) && !root.has("resourceType")
                        ? PlainRecord.read(text, asOf)
                        : FhirRecord.read(root, asOf, parserOnly);
        };
    }
}
