package org.lamella.clinic.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The text of a record file, or the reason why it cannot be had. */
sealed interface RecordText {
    /** Largest file that is read, in bytes; a large hospital record has about a tenth of this. */
    long LARGEST = 50_000_000;
    /** Stands in a decoded text wherever the bytes were no UTF-8 (or where the record itself has this character). */
    char REPLACEMENT = '\uFFFD';

    record Text(String text) implements RecordText {}

    record Unreadable(InputFault fault) implements RecordText {}

    static RecordText of(Path file) {
        String name = Sentences.quote(String.valueOf(file.getFileName()));
        if (Files.isDirectory(file)) {
            return fault(
                    Reason.FILE_UNREADABLE,
                    "the folder " + name,
                    "one file with a FHIR R4 Bundle (JSON) or a plain record (YAML)",
                    "Name the file inside the folder.");
        }
        if (!Files.exists(file)) {
            return fault(
                    Reason.FILE_UNREADABLE,
                    "no file " + name,
                    "an existing file",
                    "Check the spelling and the folder from which the command is run.");
        }
        try {
            long size = Files.size(file);
            if (size > LARGEST) {
                return tooLarge(name, size);
            }
            return decode(name, firstBytes(file));
        } catch (IOException e) {
            return fault(
                    Reason.FILE_UNREADABLE,
                    "a file " + name + " that the system does not let us read",
                    "a readable file",
                    "Check its permissions.");
        }
    }

    private static byte[] firstBytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes((int) LARGEST + 1);
        }
    }

    private static RecordText tooLarge(String name, long size) {
        String found = String.format(Locale.ROOT, "%s of %.0f MB", name, size / 1e6);
        return fault(
                Reason.FILE_TOO_LARGE,
                found,
                "at most " + LARGEST / 1_000_000 + " MB",
                "Export one patient only, without images or documents.");
    }

    private static RecordText decode(String name, byte[] bytes) {
        if (bytes.length > LARGEST) {
            return tooLarge(name, bytes.length);
        }
        // Much faster than the strict decoder, which is asked only when something may be wrong.
        String quick = new String(bytes, StandardCharsets.UTF_8);
        return quick.indexOf(REPLACEMENT) < 0 ? new Text(unmarked(quick)) : strictly(name, bytes);
    }

    private static String unmarked(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static RecordText strictly(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Text(unmarked(text));
        } catch (CharacterCodingException e) {
            return fault(
                    Reason.NOT_TEXT,
                    "bytes that are not UTF-8 text in " + name,
                    "a text file in UTF-8",
                    "If this is an archive or a scanned document, export the record as FHIR R4 JSON.");
        }
    }

    private static RecordText fault(Reason reason, String found, String accepted, String advice) {
        return new Unreadable(new InputFault(reason, "file", found, accepted, advice));
    }
}
