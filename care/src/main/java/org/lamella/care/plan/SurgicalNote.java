package org.lamella.care.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What published practice says about a rod in one bone; considerations for surgeon and family, never a choice made.
 *
 * @param bone such as {@code left femur}
 * @param occasion why the note is there, such as {@code osteotomy with rod planned for 2026-12-15}
 * @param points family of rod the published choices point to, or null when something is missing
 * @param needs what is missing, in plain words; empty when nothing is
 * @param reasons why, each with its source
 * @param sizing what can be said about size
 * @param growth forecast of the length of the bone; empty without a height forecast
 * @param outgrowing when a fixed rod of today's length would be outgrown, or null
 * @param published published complication and revision figures, all of them
 * @param timing timing of antiresorptive doses around the operation
 */
public record SurgicalNote(
        String bone,
        String occasion,
        @Nullable String points,
        List<String> needs,
        List<Statement> reasons,
        List<Statement> sizing,
        List<BoneLength> growth,
        @Nullable Statement outgrowing,
        List<Statement> published,
        List<Statement> timing) {
    /**
     * Length of the shaft by the proportions of healthy children.
     *
     * @param yearsAhead years after the day of the plan
     * @param lowMm along the 5th centile of the height forecast, mm
     * @param medianMm along the median, mm
     * @param highMm along the 95th centile, mm
     */
    public record BoneLength(double yearsAhead, double lowMm, double medianMm, double highMm) {}

    public SurgicalNote {
        needs = List.copyOf(needs);
        reasons = List.copyOf(reasons);
        sizing = List.copyOf(sizing);
        growth = List.copyOf(growth);
        published = List.copyOf(published);
        timing = List.copyOf(timing);
    }
}
