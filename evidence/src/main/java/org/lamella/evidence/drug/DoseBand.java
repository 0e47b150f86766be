package org.lamella.evidence.drug;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The dose of one band of age and weight.
 *
 * @param id identifier under which a site confirms the band, such as {@code pamidronate.under-2-years}
 * @param label the band in words
 * @param age age band
 * @param weight weight band
 * @param dose amount of one day, in {@code mg/kg} or {@code mg}
 * @param days days in a cycle, or null for a drug taken every day
 * @param interval months between cycles, or null for a drug taken every day
 */
public record DoseBand(
        String id,
        String label,
        AgeBand age,
        WeightRange weight,
        Figure dose,
        @Nullable Figure days,
        @Nullable Figure interval) {

    public DoseBand {
        if (!dose.unit().equals("mg/kg") && !dose.unit().equals("mg")) {
            throw new IllegalArgumentException(
                    id + ": dose unit found '" + dose.unit() + "', accepted are mg/kg and mg");
        }
        if ((days == null) != (interval == null)) {
            throw new IllegalArgumentException(id + ": days and interval belong together");
        }
        if (days != null && !days.unit().equals("d")) {
            throw new IllegalArgumentException(id + ": days found in '" + days.unit() + "', accepted is d");
        }
        if (interval != null && !interval.unit().equals("mo")) {
            throw new IllegalArgumentException(id + ": interval found in '" + interval.unit() + "', accepted is mo");
        }
    }

    /** True when the amount follows body weight. */
    public boolean byWeight() {
        return dose.unit().equals("mg/kg");
    }

    /** All figures of the band. */
    public List<Figure> figures() {
        return Stream.of(dose, days, interval).filter(Objects::nonNull).toList();
    }

    /** True when a figure has no source, so that a site has to confirm the band before it gives a dose. */
    public boolean unconfirmed() {
        return figures().stream().anyMatch(Figure::unconfirmed);
    }
}
