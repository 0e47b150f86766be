package org.lamella.trial.analysis;

import org.lamella.trial.statistics.Effect;

/**
 * An estimated effect with its name and method.
 *
 * @param measure what is estimated, such as {@code difference} or {@code rate ratio}
 * @param method how, for readers
 * @param effect the estimate
 */
record Estimate(String measure, String method, Effect effect) {}
