package org.lamella.care.rod;

import org.lamella.care.plan.Statement;
import org.lamella.evidence.Citation;

/**
 * One published complication or revision figure; several are always shown side by side because they differ widely.
 *
 * @param what rod and outcome
 * @param figure figure as published, in words
 * @param source citation
 */
public record PublishedFigure(String what, String figure, Citation source) {
    /** As a sentence with its source. */
    public Statement statement() {
        return new Statement(what + ": " + figure + ".", java.util.List.of(source));
    }
}
