package org.lamella.clinic.check;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamella.care.rules.RuleAnswer;
import org.lamella.clinic.record.InputFault;

/**
 * The result files of a check. They are written beside their places and moved there at the end, so that a file with its
 * plain name is always whole.
 */
final class CheckFiles implements AutoCloseable {
    static final String ANSWERS = "answers.csv";
    static final String ANSWERS_FOR_PROGRAMS = "answers.ndjson";
    static final String PATIENTS = "patients.csv";
    static final String REFUSED = "refused.csv";
    static final String SUMMARY = "summary.csv";

    /** All files, in the order in which they are named to the user. */
    static final List<String> NAMES = List.of(SUMMARY, PATIENTS, ANSWERS, ANSWERS_FOR_PROGRAMS, REFUSED);

    private static final String PARTIAL = ".partial";
    private static final int BUFFER = 1 << 18;

    private final Path folder;
    private final Map<String, OutputStream> open = new LinkedHashMap<>();

    CheckFiles(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        try {
            for (String name : NAMES) {
                Files.deleteIfExists(folder.resolve(name));
                open.put(name, new BufferedOutputStream(Files.newOutputStream(folder.resolve(name + PARTIAL)), BUFFER));
            }
            write(ANSWERS, RecordChecker.COLUMNS);
            write(
                    PATIENTS,
                    "file,patient,stop,hold,missing,due,option,information,entries left out,entries to check\n");
            write(REFUSED, "file,reason,place,found,accepted,advice\n");
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void write(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String name, byte[] bytes) throws IOException {
        OutputStream out = open.get(name);
        if (out == null) {
            throw new IllegalStateException(name + " is not open");
        }
        out.write(bytes);
    }

    void add(CheckedRecord checked) throws IOException {
        StringBuilder line = new StringBuilder();
        switch (checked) {
            case CheckedRecord.Answered a -> {
                write(ANSWERS, a.csv());
                write(ANSWERS_FOR_PROGRAMS, a.ndjson());
                Cells.csv(
                        line,
                        a.file(),
                        a.patient(),
                        count(a, RuleAnswer.Kind.STOP),
                        count(a, RuleAnswer.Kind.HOLD),
                        count(a, RuleAnswer.Kind.MISSING),
                        count(a, RuleAnswer.Kind.DUE),
                        count(a, RuleAnswer.Kind.OPTION),
                        count(a, RuleAnswer.Kind.INFORMATION),
                        Integer.toString(a.leftOut()),
                        Integer.toString(a.cautions()));
                write(PATIENTS, line.toString());
            }
            case CheckedRecord.Refused r -> {
                for (InputFault fault : r.faults()) {
                    Cells.csv(
                            line,
                            r.file(),
                            fault.reason().label(),
                            fault.location(),
                            fault.found(),
                            fault.accepted(),
                            fault.advice());
                }
                write(REFUSED, line.toString());
            }
            case CheckedRecord.Failed f -> {
                Cells.csv(line, f.file(), "a defect of Lamella", "", String.valueOf(f.defect()), "", "");
                write(REFUSED, line.toString());
            }
        }
    }

    private static String count(CheckedRecord.Answered a, RuleAnswer.Kind kind) {
        return Integer.toString(a.count(kind));
    }

    /** Writes the summary and, when the check went to its end, gives every file its plain name. */
    void finish(CheckSummary summary) throws IOException {
        write(SUMMARY, summary.csv());
        close();
        if (summary.complete()) {
            for (String name : NAMES) {
                Files.move(folder.resolve(name + PARTIAL), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        for (OutputStream out : open.values()) {
            try {
                out.close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        open.clear();
        if (first != null) {
            throw first;
        }
    }
}
