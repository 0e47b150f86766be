package org.lamella.care.plan;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Answers of two rules that ask for the same examination on the same day are told once in lists of what to do. */
public final class SameVisit {
    /** Rule whose request is contained in that of another, by identifier. */
    private static final Map<String, String> CONTAINED = Map.of("DEN-02", "DEN-01", "HE-02", "HE-01", "IM-05", "IM-02");

    private SameVisit() {}

    /** The items without those that another of them, of the same kind and day, contains; order kept. */
    public static List<CareItem> once(List<CareItem> items) {
        return items.stream()
                .filter(item -> items.stream().noneMatch(other -> contains(other, item)))
                .toList();
    }

    private static boolean contains(CareItem other, CareItem item) {
        return other.ruleId().equals(CONTAINED.get(item.ruleId()))
                && other.kind() == item.kind()
                && Objects.equals(other.dueOn(), item.dueOn());
    }
}
