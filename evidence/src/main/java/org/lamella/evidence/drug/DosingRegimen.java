package org.lamella.evidence.drug;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.evidence.Citation;
import org.lamella.patient.measure.Age;
import org.lamella.patient.measure.Kilograms;

/**
 * A published way to give a drug.
 *
 * @param id stable identifier such as {@code zoledronate-6-monthly}
 * @param title in words
 * @param schedule cycles or every day
 * @param maintenanceOnly true when it is meant only for patients already on treatment
 * @param ownCapMg most in one dose when the regimen is a label dose of its own, else null
 * @param bands bands of age and weight; they do not overlap
 * @param sources where the regimen was read
 */
public record DosingRegimen(
        String id,
        String title,
        Schedule schedule,
        boolean maintenanceOnly,
        @Nullable BigDecimal ownCapMg,
        List<DoseBand> bands,
        List<Citation> sources) {

    /** Rhythm of a regimen. */
    public enum Schedule {
        CYCLES,
        DAILY
    }

    public DosingRegimen {
        bands = List.copyOf(bands);
        sources = List.copyOf(sources);
        for (DoseBand band : bands) {
            if ((band.interval() == null) != (schedule == Schedule.DAILY)) {
                throw new IllegalArgumentException(
                        band.id() + ": cycles need days and interval, a daily regimen has neither");
            }
        }
    }

    /** The band of an age and a weight; empty when the regimen was not published for them. */
    public Optional<DoseBand> band(Age age, Kilograms weight) {
        return bands.stream()
                .filter(b -> b.age().holds(age) && b.weight().holds(weight))
                .findFirst();
    }

    /** Whether some band covers an age, whatever the weight. */
    public boolean covers(Age age) {
        return bands.stream().anyMatch(b -> b.age().holds(age));
    }
}
