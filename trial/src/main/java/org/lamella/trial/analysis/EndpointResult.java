package org.lamella.trial.analysis;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.trial.protocol.Endpoint;
import org.lamella.trial.statistics.Effect;

/**
 * One endpoint of one replicate.
 *
 * @param endpoint the question
 * @param sentence the question in words, with its unit
 * @param arms each arm
 * @param comparisons each other arm against the first
 */
public record EndpointResult(Endpoint endpoint, String sentence, List<ArmSummary> arms, List<Comparison> comparisons) {
    public EndpointResult {
        arms = List.copyOf(arms);
        comparisons = List.copyOf(comparisons);
    }

    /**
     * One arm against the comparator.
     *
     * @param arm arm
     * @param against comparator
     * @param measure what is estimated, such as {@code difference} or {@code rate ratio}
     * @param effect estimate with interval, or null when it cannot be estimated
     * @param note method, or why there is no estimate
     */
    public record Comparison(
            String arm,
            String against,
            String measure,
            @Nullable Effect effect,
            String note) {
        public Optional<Effect> effectIfAny() {
            return Optional.ofNullable(effect);
        }

        /** True when the effect is a ratio, so that no effect is 1. */
        public boolean ratio() {
            return measure.endsWith("ratio");
        }
    }
}
