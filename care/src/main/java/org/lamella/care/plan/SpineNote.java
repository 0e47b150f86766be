package org.lamella.care.plan;

import java.util.List;

/**
 * What is known of the spine, what is due, and where a curve would probably go.
 *
 * @param needs what a forecast of the curve would need; empty when there is one or when no curve is recorded
 * @param curve forecast of the largest Cobb angle at whole years; empty without one
 * @param topics headings with sentences, in reading order
 */
public record SpineNote(List<String> needs, List<CurvePoint> curve, List<Topic> topics) {
    /**
     * Cobb angle at a time.
     *
     * @param yearsAhead whole years after the day of the plan
     * @param lowDegrees 5th centile
     * @param medianDegrees median
     * @param highDegrees 95th centile
     */
    public record CurvePoint(int yearsAhead, double lowDegrees, double medianDegrees, double highDegrees) {}

    /**
     * A heading with its sentences.
     *
     * @param heading a few words
     * @param statements sentences with their sources
     */
    public record Topic(String heading, List<Statement> statements) {
        public Topic {
            statements = List.copyOf(statements);
        }
    }

    public SpineNote {
        needs = List.copyOf(needs);
        curve = List.copyOf(curve);
        topics = List.copyOf(topics);
    }

    /** Every sentence. */
    public List<Statement> statements() {
        return topics.stream().flatMap(t -> t.statements().stream()).toList();
    }
}
