package org.lamella.evidence.lab;

import java.util.List;

/** Answer of the kidney function calculator. */
public sealed interface EgfrResult {
    /**
     * A value was computed.
     *
     * @param egfr the estimate
     * @param cautions what must stand beside it
     */
    record Estimated(Egfr egfr, List<String> cautions) implements EgfrResult {
        public Estimated {
            cautions = List.copyOf(cautions);
        }
    }

    /**
     * Nothing was computed.
     *
     * @param reason why, and what is needed
     */
    record CannotEvaluate(String reason) implements EgfrResult {}
}
