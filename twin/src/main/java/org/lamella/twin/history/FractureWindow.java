package org.lamella.twin.history;

import java.util.List;
import org.lamella.bone.FractureSite;

/**
 * Fractures of the limbs during a time in which they would have been recorded.
 *
 * @param fromDay first day of age that counts
 * @param untilDay first day of age that no longer counts
 * @param fractures those within the window, at most one per site and day
 */
public record FractureWindow(int fromDay, int untilDay, List<Event> fractures) {
    public FractureWindow {
        fractures = List.copyOf(fractures);
    }

    /**
     * @param ageDay age in days
     * @param site where
     */
    public record Event(int ageDay, FractureSite site) {}
}
