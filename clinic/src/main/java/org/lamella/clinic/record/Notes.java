package org.lamella.clinic.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the notes of one reading; notes that differ in their place only become one note with several places. */
final class Notes {
    private record Text(Severity severity, Reason reason, String found, String accepted, String advice) {}

    private final Map<Text, List<String>> places = new LinkedHashMap<>();

    void add(Severity severity, Reason reason, String at, String found, String accepted, String advice) {
        places.computeIfAbsent(new Text(severity, reason, found, accepted, advice), text -> new ArrayList<>())
                .add(at);
    }

    void leftOut(Reason reason, String at, String found, String accepted, String advice) {
        add(Severity.LEFT_OUT, reason, at, found, accepted, advice);
    }

    void caution(Reason reason, String at, String found, String accepted, String advice) {
        add(Severity.CAUTION, reason, at, found, accepted, advice);
    }

    void information(Reason reason, String at, String found, String accepted, String advice) {
        add(Severity.INFORMATION, reason, at, found, accepted, advice);
    }

    List<InputNote> list() {
        List<InputNote> notes = new ArrayList<>();
        places.forEach((text, at) -> notes.add(
                new InputNote(text.severity(), text.reason(), at, text.found(), text.accepted(), text.advice())));
        return List.copyOf(notes);
    }
}
