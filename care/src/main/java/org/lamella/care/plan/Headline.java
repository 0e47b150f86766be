package org.lamella.care.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lamella.care.plan.TreatmentOption.Availability;

/** At most three sentences that a reader should see first, the most dangerous first. */
final class Headline {

    private static final int MOST = 3;

    private Headline() {}

    static List<String> of(List<CareItem> items, List<TreatmentOption> options) {
        List<String> sentences = new ArrayList<>();
        for (CareItem.Kind kind : List.of(CareItem.Kind.STOP, CareItem.Kind.HOLD)) {
            items.stream()
                    .filter(i -> i.kind() == kind && i.priority() <= 2)
                    .min(Comparator.comparingInt(CareItem::priority))
                    .ifPresent(i -> sentences.add(word(kind) + ": " + sentence(i.reason())));
        }
        missing(items, sentences);
        items.stream()
                .filter(i -> i.kind() == CareItem.Kind.DUE)
                .min(Comparator.comparingInt(CareItem::priority))
                .ifPresent(i -> sentences.add("Due: " + sentence(i.reason())));
        long available = options.stream()
                .filter(o -> o.availability() == Availability.AVAILABLE && o.doseSheet() != null)
                .count();
        sentences.add(
                available == 0
                        ? "No drug option can be dosed today; each option says what it needs."
                        : available + (available == 1 ? " drug option can" : " drug options can")
                                + " be discussed today with a dose.");
        return List.copyOf(sentences.subList(0, Math.min(MOST, sentences.size())));
    }

    private static void missing(List<CareItem> items, List<String> sentences) {
        List<CareItem> missing = items.stream()
                .filter(i -> i.kind() == CareItem.Kind.MISSING && i.priority() <= 2)
                .toList();
        if (!missing.isEmpty()) {
            String more = missing.size() == 1 ? "" : " (and " + (missing.size() - 1) + " more)";
            String reason = sentence(missing.getFirst().reason());
            sentences.add("Missing: " + reason.substring(0, reason.length() - 1) + more + ".");
        }
    }

    private static String word(CareItem.Kind kind) {
        return kind == CareItem.Kind.STOP ? "Stop" : "Hold";
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }
}
