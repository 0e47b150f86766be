package org.lamella.care.plan;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamella.evidence.Citation;

/**
 * One answer of the care rules.
 *
 * @param ruleId rule that spoke, such as {@code LAB-02} or {@code STOP-03}
 * @param kind what sort of answer
 * @param priority 1 (first) to 5
 * @param title a few words
 * @param reason one sentence
 * @param facts facts of this patient that were used, each readable on its own
 * @param dueOn day on which it falls due, or null when it has no date
 * @param sources citations
 * @param disagreement what other sources say, or null when none is known to differ
 */
public record CareItem(
        String ruleId,
        Kind kind,
        int priority,
        String title,
        String reason,
        List<String> facts,
        @Nullable LocalDate dueOn,
        List<Citation> sources,
        @Nullable String disagreement) {

    /** Kinds of answer, most urgent first. */
    public enum Kind {
        STOP,
        HOLD,
        MISSING,
        DUE,
        /** An examination that need not, or should not, be repeated before a day; nothing is held for it. */
        NOT_YET,
        OPTION,
        INFORMATION
    }

    public CareItem {
        facts = List.copyOf(facts);
        sources = List.copyOf(sources);
    }

    /** The same answer, as another kind and of another priority. */
    CareItem as(Kind other, int otherPriority) {
        return new CareItem(ruleId, other, otherPriority, title, reason, facts, dueOn, sources, disagreement);
    }
}
