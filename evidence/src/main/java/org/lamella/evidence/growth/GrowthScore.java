package org.lamella.evidence.growth;

import java.util.Optional;
import org.lamella.patient.measure.ZScore;

/** Answer of the growth reference: a Z-score, or why there is none. */
public sealed interface GrowthScore {
    /** The Z-score when there is one, on whatever age it rests. */
    default Optional<ZScore> zScore() {
        return switch (this) {
            case ForAge(ZScore z, GrowthMeasure _) -> Optional.of(z);
            case HeldAtTwentyYears(ZScore z, GrowthMeasure _) -> Optional.of(z);
            case NotAvailable _ -> Optional.empty();
        };
    }

    /** One sentence that must stand beside the figure. */
    default String basis() {
        return switch (this) {
            case ForAge(ZScore _, GrowthMeasure measure) -> "CDC 2000, " + measure.label() + " for age and sex";
            case HeldAtTwentyYears(ZScore _, GrowthMeasure measure) ->
                "CDC 2000, " + measure.label() + " compared with age 20 years, where the reference ends";
            case NotAvailable(String reason) -> reason;
        };
    }

    /** A Z-score at the person's own age. */
    record ForAge(ZScore z, GrowthMeasure measure) implements GrowthScore {}

    /** A Z-score of an adult against the last age of the reference. */
    record HeldAtTwentyYears(ZScore z, GrowthMeasure measure) implements GrowthScore {}

    /**
     * No Z-score.
     *
     * @param reason what is missing or out of range, in a sentence
     */
    record NotAvailable(String reason) implements GrowthScore {}
}
