package org.lamella.trial.protocol;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The accepted word that a misspelt one most likely meant. */
public final class Nearest {
    private static final int MOST_EDITS = 3;

    private Nearest() {}

    /** The nearest of the accepted words, when one is near. */
    public static Optional<String> to(String word, Collection<String> accepted) {
        return accepted.stream()
                .filter(a -> distance(word, a) <= Math.min(MOST_EDITS, a.length() / 2))
                .min(Comparator.comparingInt((String a) -> distance(word, a)).thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
