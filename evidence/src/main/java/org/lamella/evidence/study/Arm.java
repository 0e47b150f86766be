package org.lamella.evidence.study;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One arm of a study, as tabulated.
 *
 * @param id short name that outcomes refer to
 * @param drug drug, or {@code placebo}, {@code none}
 * @param route route; empty when not stated
 * @param dose dose in words; empty when not stated
 * @param schedule schedule in words; empty when not stated
 * @param participants number of people, or null when not stated
 * @param duration duration in words; a plain number is years; empty when not stated
 * @param cointervention what all or this arm received besides; empty when not stated
 * @param source page that was read
 */
public record Arm(
        String id,
        String drug,
        String route,
        String dose,
        String schedule,
        @Nullable Integer participants,
        String duration,
        String cointervention,
        String source) {
    public OptionalInt people() {
        return participants == null ? OptionalInt.empty() : OptionalInt.of(participants);
    }
}
