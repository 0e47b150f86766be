package org.lamella.care.plan;

import java.util.List;
import org.lamella.evidence.Citation;

/**
 * One line of where the patient stands.
 *
 * @param group heading such as {@code Growth}
 * @param label what, such as {@code Height Z}
 * @param value value with unit, or {@code cannot evaluate}
 * @param detail date, reference, device, interval; or what is needed
 * @param known false when the item could not be evaluated
 * @param modelBased true when the figure comes from the model rather than a measurement
 * @param sources citations of the reference used
 */
public record StandingItem(
        String group,
        String label,
        String value,
        String detail,
        boolean known,
        boolean modelBased,
        List<Citation> sources) {
    public StandingItem {
        sources = List.copyOf(sources);
    }
}
