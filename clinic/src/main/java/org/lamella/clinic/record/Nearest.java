package org.lamella.clinic.record;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant to write; used in advice only. */
final class Nearest {
    private static final int LONGEST = 40;

    private Nearest() {}

    /** Advice that names the closest known word, or an empty text when none is close. */
    static String advice(String given, Collection<String> known) {
        return of(given, known).map(word -> "Did you mean '" + word + "'?").orElse("");
    }

    static Optional<String> of(String given, Collection<String> known) {
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .min(Comparator.<String>comparingInt(word -> edits(given, word))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(word -> edits(given, word) <= Math.max(1, given.length() / 3));
    }

    /** Letters to insert, delete or replace to get from one word to the other (Levenshtein 1966). */
    static int edits(String from, String to) {
        int[] costs = new int[to.length() + 1];
        for (int j = 0; j < costs.length; j++) {
            costs[j] = j;
        }
        for (int i = 0; i < from.length(); i++) {
            int corner = i;
            costs[0] = i + 1;
            for (int j = 0; j < to.length(); j++) {
                int replace = corner + (from.charAt(i) == to.charAt(j) ? 0 : 1);
                corner = costs[j + 1];
                costs[j + 1] = Math.min(replace, 1 + Math.min(costs[j], corner));
            }
        }
        return costs[to.length()];
    }
}
