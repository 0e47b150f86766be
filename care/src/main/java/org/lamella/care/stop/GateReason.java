package org.lamella.care.stop;

import java.util.List;
import org.lamella.evidence.Citation;

/**
 * Why the gate decided as it did.
 *
 * @param kind weight of the reason
 * @param code hard stop or rule, such as {@code STOP-02} or {@code LAB-09}
 * @param text one sentence
 * @param facts facts of this patient that were used
 * @param sources where the reason comes from
 */
public record GateReason(Kind kind, String code, String text, List<String> facts, List<Citation> sources) {

    /** Weight of a reason, heaviest first. */
    public enum Kind {
        /** Must not be given. */
        STOP,
        /** Waits for something to change. */
        HOLD,
        /** A fact is missing, stale or contradictory. */
        NEED,
        /** To be borne in mind; does not stand in the way. */
        NOTE
    }

    public GateReason {
        facts = List.copyOf(facts);
        sources = List.copyOf(sources);
        if (text.isBlank() || code.isBlank()) {
            throw new IllegalArgumentException("gate reason: code and text must not be blank");
        }
    }
}
