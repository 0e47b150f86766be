package org.lamella.care.plan;

import java.util.List;
import org.lamella.evidence.Citation;

/**
 * A sentence with its sources.
 *
 * @param text one plain sentence
 * @param sources where it comes from; empty only when it restates the patient's own record
 */
public record Statement(String text, List<Citation> sources) {
    public Statement {
        sources = List.copyOf(sources);
    }

    /** A sentence that restates the patient's own record. */
    public static Statement ofRecord(String text) {
        return new Statement(text, List.of());
    }
}
