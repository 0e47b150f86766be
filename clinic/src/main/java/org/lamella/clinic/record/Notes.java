package org.lamella.clinic.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the notes of one reading; notes that differ in their place only become one note with several places. */
final class Notes {
    private static final int MOST_DIGITS = 8;

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

    /** All notes in the order of the record; those on the same entry in the order in which they were found. */
    List<InputNote> list() {
        List<InputNote> notes = new ArrayList<>();
        places.forEach((text, at) -> notes.add(
                new InputNote(text.severity(), text.reason(), at, text.found(), text.accepted(), text.advice())));
        notes.sort(Comparator.comparingInt(note -> entry(note.locations().getFirst())));
        return List.copyOf(notes);
    }

    /** Number of the bundle entry or line in a place, or the largest number when it has none. */
    private static int entry(String at) {
        int start = 0;
        while (start < at.length() && !digit(at.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < at.length() && end - start < MOST_DIGITS && digit(at.charAt(end))) {
            end++;
        }
        return start == end ? Integer.MAX_VALUE : Integer.parseInt(at, start, end, 10);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
