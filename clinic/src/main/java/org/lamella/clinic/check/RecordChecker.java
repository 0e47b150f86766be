package org.lamella.clinic.check;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.lamella.care.rules.CarePathway;
import org.lamella.care.rules.RuleAnswer;
import org.lamella.clinic.record.InputNote;
import org.lamella.clinic.record.RecordReader;
import org.lamella.clinic.record.RecordResult;
import org.lamella.clinic.record.Severity;
import org.lamella.patient.Drug;

/** Reads one record and puts every rule to it; the reader and the rules are those of a plan. Thread-safe. */
final class RecordChecker {
    private final CarePathway pathway = CarePathway.standard();
    private final CheckRequest request;

    RecordChecker(CheckRequest request) {
        this.request = request;
    }

    CheckedRecord check(Path relative) {
        String file = RecordFolder.name(relative);
        try {
            return switch (RecordReader.read(request.folder().resolve(relative), request.asOf())) {
                case RecordResult.Refused refused -> new CheckedRecord.Refused(file, refused.faults());
                case RecordResult.Understood read ->
                    answered(
                            file,
                            read.patient().id(),
                            pathway.evaluate(read.patient(), request.asOf(), request.settings()),
                            read.notes());
            };
        } catch (RuntimeException defect) {
            return new CheckedRecord.Failed(file, defect);
        }
    }

    private CheckedRecord.Answered answered(
            String file, String patient, List<RuleAnswer> answers, List<InputNote> notes) {
        StringBuilder csv = new StringBuilder(32_000);
        StringBuilder ndjson = new StringBuilder(64_000);
        for (RuleAnswer answer : answers) {
            if (!request.toReadOnly() || toRead(answer.kind())) {
                csv(csv, file, patient, answer);
                ndjson(ndjson, file, patient, answer);
            }
        }
        return new CheckedRecord.Answered(
                file,
                patient,
                answers.stream().map(RuleAnswer::kind).toList(),
                count(notes, Severity.LEFT_OUT),
                count(notes, Severity.CAUTION),
                csv.toString().getBytes(StandardCharsets.UTF_8),
                ndjson.toString().getBytes(StandardCharsets.UTF_8));
    }

    static boolean toRead(RuleAnswer.Kind kind) {
        return kind != RuleAnswer.Kind.NOT_APPLICABLE && kind != RuleAnswer.Kind.OFF;
    }

    private static int count(List<InputNote> notes, Severity severity) {
        return notes.stream()
                .filter(note -> note.severity() == severity)
                .mapToInt(note -> note.locations().size())
                .sum();
    }

    static final String COLUMNS = "file,patient,rule,answer,priority,due,drugs,reason,needs\n";

    private static void csv(StringBuilder out, String file, String patient, RuleAnswer answer) {
        Cells.csv(
                out,
                file,
                patient,
                answer.rule().id(),
                answer.kind().label(),
                Integer.toString(answer.priority()),
                day(answer.dueOn()),
                String.join(" ", names(answer)),
                answer.reason(),
                String.join("; ", answer.needs()));
    }

    private static List<String> names(RuleAnswer answer) {
        return answer.drugs().isEmpty()
                ? List.of()
                : answer.drugs().stream().map(Drug::name).toList();
    }

    private static String day(@org.jspecify.annotations.Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static void ndjson(StringBuilder out, String file, String patient, RuleAnswer answer) {
        out.append("{\"file\":");
        Cells.json(out, file);
        out.append(",\"patient\":");
        Cells.json(out, patient);
        out.append(",\"rule\":\"").append(answer.rule().id()).append("\",\"answer\":");
        Cells.json(out, answer.kind().label());
        out.append(",\"priority\":").append(answer.priority());
        if (answer.dueOn() != null) {
            out.append(",\"due\":\"").append(answer.dueOn()).append('"');
        }
        if (!answer.drugs().isEmpty()) {
            out.append(",\"drugs\":");
            Cells.json(out, names(answer));
        }
        out.append(",\"reason\":");
        Cells.json(out, answer.reason());
        if (!answer.needs().isEmpty()) {
            out.append(",\"needs\":");
            Cells.json(out, answer.needs());
        }
        if (!answer.facts().isEmpty()) {
            out.append(",\"facts\":");
            Cells.json(out, answer.facts());
        }
        out.append("}\n");
    }
}
