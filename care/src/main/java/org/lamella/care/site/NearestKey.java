package org.lamella.care.site;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant to write. */
final class NearestKey {

    private NearestKey() {}

    /** The closest of the known words, when it is close enough to be worth suggesting. */
    static Optional<String> of(String given, Collection<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(k -> distance(given, k)).thenComparing(Comparator.naturalOrder()))
                .filter(k -> distance(given, k) <= Math.max(2, given.length() / 2));
    }

    /** Levenshtein distance. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
