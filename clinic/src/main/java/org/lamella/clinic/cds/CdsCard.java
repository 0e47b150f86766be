package org.lamella.clinic.cds;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamella.evidence.Citation;

/**
 * One card of CDS Hooks 2.0. It informs a clinician; no card changes anything by itself.
 *
 * @param code rule or hard stop that speaks, such as {@code LAB-02}
 * @param summary one sentence under 140 characters
 * @param detail the rest, as Markdown
 * @param indicator weight
 * @param sources where the statement comes from
 * @param draftOrder reference of the draft order that the card offers to withdraw, or null
 */
public record CdsCard(
        String code,
        String summary,
        String detail,
        Indicator indicator,
        List<Citation> sources,
        @Nullable String draftOrder) {
    /** Length that a summary must stay below, by the specification. */
    public static final int SUMMARY_LIMIT = 140;

    /** Weight of a card, heaviest first. */
    public enum Indicator {
        CRITICAL,
        WARNING,
        INFO
    }

    public CdsCard {
        sources = List.copyOf(sources);
        if (summary.isBlank() || summary.length() >= SUMMARY_LIMIT) {
            throw new IllegalArgumentException("card " + code + ": summary of " + summary.length()
                    + " characters, accepted is 1 to " + (SUMMARY_LIMIT - 1));
        }
    }

    /** A sentence cut at a word so that it can be a summary; the whole sentence then opens the detail. */
    static String shortened(String sentence) {
        if (sentence.length() < SUMMARY_LIMIT) {
            return sentence;
        }
        int cut = sentence.lastIndexOf(' ', SUMMARY_LIMIT - 3);
        return sentence.substring(0, cut > 0 ? cut : SUMMARY_LIMIT - 3) + " …";
    }
}
