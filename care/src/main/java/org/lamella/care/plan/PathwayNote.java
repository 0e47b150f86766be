package org.lamella.care.plan;

import java.util.List;

/**
 * One stretch of the care pathway, with what this person's record says about it.
 *
 * @param id stable identifier such as {@code infusion-day}
 * @param title such as {@code Infusion day}
 * @param now true when the record brings the person onto it now; false when it is there to be looked up
 * @param why what in the record does so, or what would
 * @param steps sentences with their sources
 * @param open answers of the care rules that belong here and ask for something
 */
public record PathwayNote(
        String id, String title, boolean now, String why, List<Statement> steps, List<CareItem> open) {
    public PathwayNote {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("pathway " + id + ": needs at least one step");
        }
        steps = List.copyOf(steps);
        open = List.copyOf(open);
    }
}
