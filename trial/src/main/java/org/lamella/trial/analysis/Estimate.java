package org.lamella.trial.analysis;

import java.util.List;
import org.lamella.trial.statistics.Effect;

/**
 * An estimated effect with its name and method.
 *
 * @param measure what is estimated, such as {@code difference} or {@code rate ratio}
 * @param method how, for readers
 * @param effect the estimate
 */
record Estimate(String measure, String method, Effect effect) {
    /** Compares two groups. */
    @FunctionalInterface
    interface Contrast {
        Estimate of(List<PatientSummary> control, List<PatientSummary> treated);
    }

    /** Summarises one group. */
    @FunctionalInterface
    interface Summary {
        ArmSummary of(List<PatientSummary> group);
    }

    /**
     * How an endpoint is answered.
     *
     * @param sentence the question in words, with its unit
     * @param summary of an arm
     * @param contrast of an arm against the comparator
     */
    record Answer(String sentence, Summary summary, Contrast contrast) {}
}
