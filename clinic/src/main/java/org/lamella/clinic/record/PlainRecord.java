package org.lamella.clinic.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Sex;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the plain record in YAML or JSON. The layout is documented in {@code docs/reference/record-plain.md}. */
final class PlainRecord {
    /** Key that tells a plain record from any other YAML or JSON, with the version of its layout. */
    static final String MARK = "lamella-record";

    private static final String VERSION = "1";

    private PlainRecord() {}

    static RecordResult read(String text, LocalDate asOf) {
        return switch (PlainText.parse(text)) {
            case PlainText.Broken(InputFault fault) -> new RecordResult.Refused(List.of(fault));
            case PlainText.Parsed(MappingNode root) -> read(root, asOf);
        };
    }

    private static RecordResult read(MappingNode root, LocalDate asOf) {
        Map<String, Node> sections = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (NodeTuple tuple : root.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (sections.putIfAbsent(key, tuple.getValueNode()) != null) {
                return RecordResult.Refused.because(
                        Reason.BROKEN_SYNTAX,
                        "line " + PlainEntry.line(tuple.getKeyNode()),
                        "the section " + Sentences.quote(key) + " a second time",
                        "each section once",
                        "Put all its entries into one section.");
            }
            lines.put(key, PlainEntry.line(tuple.getKeyNode()));
        }
        if (!(sections.get(MARK) instanceof ScalarNode version)
                || !version.getValue().equals(VERSION)) {
            return RecordResult.Refused.because(
                    Reason.NOT_A_RECORD,
                    "line " + lines.getOrDefault(MARK, 1),
                    sections.containsKey(MARK) ? "another version of " + MARK : "text without the key " + MARK,
                    MARK + ": " + VERSION,
                    "See docs/reference/record-plain.md; FHIR must be a Bundle in JSON.");
        }
        Notes notes = new Notes();
        List<InputFault> faults = new ArrayList<>();
        Optional<RecordDraft> draft = person(sections.get("patient"), asOf, notes, faults);
        if (draft.isEmpty()) {
            return new RecordResult.Refused(faults);
        }
        PlainSections reader = new PlainSections(draft.get());
        sections.forEach((name, node) -> section(name, node, lines.getOrDefault(name, 1), reader, notes));
        return new RecordResult.Understood(draft.get().patient(), notes.list());
    }

    private static Optional<RecordDraft> person(
            @Nullable Node node, LocalDate asOf, Notes notes, List<InputFault> faults) {
        if (!(node instanceof MappingNode map)) {
            faults.add(new InputFault(
                    Reason.NO_PATIENT,
                    "patient",
                    node == null ? "no section 'patient'" : "a section 'patient' without keys",
                    "patient: {id: example, sex: female, born: 2019-03-02}",
                    ""));
            return Optional.empty();
        }
        PlainEntry person = PlainEntry.of("patient", map, notes, "id", "sex", "born");
        Optional<LocalDate> birth =
                PersonChecks.birth(person.at("born"), person.text("born").orElse(null), asOf, faults);
        Optional<Sex> sex = person.text("sex").flatMap(s -> LamellaCodes.constant(Sex.class, s));
        if (sex.isEmpty()) {
            faults.add(PersonChecks.noSex(
                    person.at("sex"), person.text("sex").map(Sentences::quote).orElse("nothing")));
        }
        if (birth.isEmpty() || sex.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RecordDraft(person.text("id").orElse("patient"), sex.get(), birth.get(), asOf, notes));
    }

    private static void section(String name, Node node, int line, PlainSections reader, Notes notes) {
        String at = "line " + line + ", " + name;
        if (name.equals(MARK) || name.equals("patient")) {
            return;
        }
        if (name.equals("diagnosis") && node instanceof MappingNode map) {
            reader.diagnosis(map);
        } else if (!PlainSections.NAMES.contains(name)) {
            notes.leftOut(
                    Reason.UNKNOWN_KEY,
                    at,
                    "the section " + Sentences.quote(name),
                    "diagnosis, " + String.join(", ", PlainSections.NAMES),
                    Nearest.advice(name, PlainSections.NAMES));
        } else if (node instanceof SequenceNode list) {
            for (int i = 0; i < list.getValue().size(); i++) {
                entry(name, name + "[" + i + "]", list.getValue().get(i), reader, notes);
            }
        } else if (!(node instanceof ScalarNode empty && empty.getValue().isBlank())) {
            notes.leftOut(
                    Reason.VALUE_UNREADABLE,
                    at,
                    "a section that is no list",
                    "a list of entries",
                    "Begin each entry with a hyphen.");
        }
    }

    private static void entry(String section, String path, Node node, PlainSections reader, Notes notes) {
        if (node instanceof MappingNode map) {
            reader.read(section, path, map);
        } else {
            notes.leftOut(
                    Reason.VALUE_UNREADABLE,
                    "line " + PlainEntry.line(node) + ", " + path,
                    "an entry without keys",
                    "an entry such as {date: 2026-11-01, ...}",
                    "");
        }
    }
}
