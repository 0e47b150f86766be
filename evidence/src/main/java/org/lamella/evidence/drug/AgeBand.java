package org.lamella.evidence.drug;

import org.jspecify.annotations.Nullable;
import org.lamella.patient.measure.Age;

/**
 * A span of age in completed months, as birthdays count.
 *
 * @param fromMonths first completed month that belongs to the band
 * @param belowMonths first completed month that no longer belongs to it, or null when there is no upper end
 */
public record AgeBand(int fromMonths, @Nullable Integer belowMonths) {

    public AgeBand {
        if (fromMonths < 0 || (belowMonths != null && belowMonths <= fromMonths)) {
            throw new IllegalArgumentException(
                    "age band: found " + fromMonths + " to below " + belowMonths + " months, the end must lie later");
        }
    }

    /** Whether an age lies in the band; a child belongs to the higher band from the birthday on. */
    public boolean holds(Age age) {
        return holdsMonth(age.completedMonths());
    }

    /** Whether a number of completed months lies in the band. */
    public boolean holdsMonth(int months) {
        return months >= fromMonths && (belowMonths == null || months < belowMonths);
    }
}
