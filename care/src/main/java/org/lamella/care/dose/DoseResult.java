package org.lamella.care.dose;

import java.util.List;
import org.lamella.care.plan.DoseSheet;
import org.lamella.evidence.Citation;

/** Answer of the dose calculator. */
public sealed interface DoseResult {

    /**
     * A dose that two independent calculations agree on.
     *
     * @param sheet worked lines for a reader
     * @param amounts the same as typed amounts
     */
    record Dose(DoseSheet sheet, DoseAmounts amounts) implements DoseResult {}

    /**
     * Something is missing.
     *
     * @param needs what, in plain words
     */
    record CannotEvaluate(List<String> needs) implements DoseResult {
        public CannotEvaluate {
            needs = List.copyOf(needs);
        }
    }

    /**
     * Rests on values for which no source text was seen and which the site has not confirmed.
     *
     * @param valueIds identifiers for the site configuration
     */
    record Unconfirmed(List<String> valueIds) implements DoseResult {
        public Unconfirmed {
            valueIds = List.copyOf(valueIds);
        }
    }

    /**
     * Must not be computed.
     *
     * @param reason one sentence
     * @param sources where the limit comes from; empty when the refusal is the software's own
     */
    record Refused(String reason, List<Citation> sources) implements DoseResult {
        public Refused {
            sources = List.copyOf(sources);
        }
    }
}
