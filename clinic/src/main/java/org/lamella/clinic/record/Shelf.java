package org.lamella.clinic.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The entries of one kind with their places in the record, checked for their dates, for repeats and contradictions. */
final class Shelf<T> {
    private record Placed<T>(String at, T item) {}

    private final String label;
    private final Function<T, LocalDate> date;
    private final Notes notes;
    private List<Placed<T>> placed = new ArrayList<>();
    private Consumer<T> contradicted = item -> {};

    Shelf(String label, Function<T, LocalDate> date, Notes notes) {
        this.label = label;
        this.date = date;
        this.notes = notes;
    }

    void add(String at, T item) {
        placed.add(new Placed<>(at, item));
    }

    /** Told each entry that is left out because another of its day differs. */
    Shelf<T> onContradiction(Consumer<T> listener) {
        contradicted = listener;
        return this;
    }

    int size() {
        return placed.size();
    }

    /** Leaves out what lies before birth or after the day of the plan. */
    Shelf<T> between(LocalDate birth, LocalDate asOf) {
        placed.removeIf(p -> {
            LocalDate day = date.apply(p.item());
            if (day.isBefore(birth)) {
                notes.leftOut(
                        Reason.BEFORE_BIRTH,
                        p.at(),
                        label + " dated " + day,
                        "a day from birth (" + birth + ") on",
                        "Check which of the two dates is wrong.");
            } else if (day.isAfter(asOf)) {
                notes.leftOut(
                        Reason.AFTER_AS_OF,
                        p.at(),
                        label + " dated " + day,
                        "a day up to that of the plan (" + asOf + ")",
                        "Check the date, or make the plan as of a later day.");
            }
            return day.isBefore(birth) || day.isAfter(asOf);
        });
        return this;
    }

    /** Keeps one of several equal entries. */
    Shelf<T> merged() {
        if (placed.size() < 2) {
            return this;
        }
        Map<T, List<Placed<T>>> equal =
                placed.stream().collect(Collectors.groupingBy(Placed::item, LinkedHashMap::new, Collectors.toList()));
        if (equal.size() == placed.size()) {
            return this;
        }
        List<Placed<T>> kept = new ArrayList<>();
        equal.forEach((item, same) -> {
            kept.add(same.getFirst());
            if (same.size() > 1) {
                notes.information(
                        Reason.DUPLICATE,
                        same.get(1).at(),
                        label + " of " + date.apply(item) + " recorded " + same.size() + " times",
                        "one entry",
                        "The entries are equal; one was kept.");
            }
        });
        placed = kept;
        return this;
    }

    /** Leaves out all entries that share a key but differ: there is no telling which is right. */
    Shelf<T> withoutContradictions(Function<T, ?> key, Function<T, String> shown) {
        return contradictions(key, shown, true);
    }

    /** Keeps entries that share a key but differ, and says so. */
    Shelf<T> contradictionsKept(Function<T, ?> key, Function<T, String> shown) {
        return contradictions(key, shown, false);
    }

    private Shelf<T> contradictions(Function<T, ?> key, Function<T, String> shown, boolean leaveOut) {
        if (placed.size() < 2) {
            return this;
        }
        Map<Object, List<Placed<T>>> groups = placed.stream()
                .collect(Collectors.groupingBy(p -> key.apply(p.item()), LinkedHashMap::new, Collectors.toList()));
        Set<Placed<T>> doubtful = new LinkedHashSet<>();
        for (List<Placed<T>> group : groups.values()) {
            if (group.size() < 2) {
                continue;
            }
            String values = group.stream().map(p -> shown.apply(p.item())).collect(Collectors.joining(" and "));
            for (Placed<T> p : group) {
                String found = label + " of " + date.apply(p.item()) + ": " + values;
                if (leaveOut) {
                    notes.leftOut(
                            Reason.CONFLICT,
                            p.at(),
                            found,
                            "one value a day",
                            "None of them is used; correct the record.");
                } else {
                    notes.caution(
                            Reason.CONFLICT, p.at(), found, "one value a day", "All are counted; correct the record.");
                }
            }
            doubtful.addAll(group);
        }
        if (leaveOut) {
            placed.removeAll(doubtful);
            doubtful.forEach(p -> contradicted.accept(p.item()));
        }
        return this;
    }

    List<T> items() {
        return placed.stream().map(Placed::item).toList();
    }

    /** The place of an entry that is on the shelf. */
    String placeOf(T item) {
        return placed.stream()
                .filter(p -> p.item().equals(item))
                .map(Placed::at)
                .findFirst()
                .orElse("");
    }
}
