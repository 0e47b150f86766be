package org.lamella.care.plan;

import java.util.ArrayList;
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
 * @param devices every rod of the catalogue and how it stands to this bone
 * @param healing how long the bone would take to heal, with the range of the model
 * @param procedures other operations to be named in the conversation
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
        List<Statement> timing,
        List<Device> devices,
        List<Statement> healing,
        List<Statement> procedures) {
    /**
     * One rod of the catalogue.
     *
     * @param name such as {@code Fassier-Duval}
     * @param fit how it stands to this bone
     * @param why one sentence with its sources
     */
    public record Device(String name, Fit fit, Statement why) {}

    /** How a rod stands to a bone by what was published; the choice is the surgeon's. */
    public enum Fit {
        /** Published choices point to it. */
        FITS("fits"),
        /** It can be used, with the drawback that is named. */
        POSSIBLE("possible"),
        /** The canal is too narrow or no growth is left for it. */
        DOES_NOT_FIT("does not fit"),
        /** Something is missing. */
        CANNOT_EVALUATE("cannot evaluate");

        private final String label;

        Fit(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

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
        devices = List.copyOf(devices);
        healing = List.copyOf(healing);
        procedures = List.copyOf(procedures);
    }

    /** The same note under another name of the bone. */
    public SurgicalNote forBone(String other) {
        return new SurgicalNote(
                other,
                occasion,
                points,
                needs,
                reasons,
                sizing,
                growth,
                outgrowing,
                published,
                timing,
                devices,
                healing,
                procedures);
    }

    /** Every sentence of the note, in reading order. */
    public List<Statement> statements() {
        List<Statement> all = new ArrayList<>(reasons);
        all.addAll(sizing);
        if (outgrowing != null) {
            all.add(outgrowing);
        }
        devices.forEach(d -> all.add(d.why()));
        all.addAll(timing);
        all.addAll(healing);
        all.addAll(procedures);
        all.addAll(published);
        return all;
    }
}
