package org.lamella.care.rod;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.lamella.care.plan.Statement;
import org.lamella.evidence.Citation;
import org.lamella.evidence.skeleton.GrowthPlateFusion;
import org.lamella.evidence.skeleton.GrowthPlateFusion.Plate;
import org.lamella.patient.Bone;
import org.lamella.patient.Sex;

/** When a fixed rod of today's length would be outgrown, and how much growth is left by healthy children's plates. */
final class Outgrowing {
    private final RodFacts facts;

    Outgrowing(RodFacts facts) {
        this.facts = facts;
    }

    /**
     * @param growth growth of the bone, or null without a height forecast
     * @param mature true when the growth plates are known to be closed
     * @param question the bone and its owner
     */
    Statement say(@Nullable BoneGrowth growth, boolean mature, RodQuestion question) {
        if (mature) {
            return facts.cited("The growth plates are closed, so the rod will not be outgrown.", "TXTROD");
        }
        if (growth == null) {
            return facts.cited(
                    "Cannot evaluate when a fixed rod would be outgrown: need a height forecast (height, sex, OI type)."
                            + " A textbook gives about two years for fixed rods.",
                    "TXTROD");
        }
        RodFacts.Limit coverage = facts.limit("outgrown_coverage");
        String median = years(growth.outgrownAfter(coverage.value(), BoneGrowth.Bound.MEDIAN), growth);
        String fast = years(growth.outgrownAfter(coverage.value(), BoneGrowth.Bound.HIGH), growth);
        String slow = years(growth.outgrownAfter(coverage.value(), BoneGrowth.Bound.LOW), growth);
        List<Citation> sources = new ArrayList<>(List.of(
                coverage.source(),
                facts.limit("growth_pace_kept").source(),
                facts.citation("TANNER85"),
                facts.citation("ROBINSON23"),
                facts.citation("TXTROD")));
        String plates = plates(question).map(p -> " " + p).orElse("");
        if (!plates.isEmpty()) {
            sources.add(facts.citation("STULL22"));
        }
        return new Statement(
                String.format(
                        Locale.ROOT,
                        "Growth forecast: the bone grows by %.0f %% in %.0f years; a fixed rod of today's length would cover"
                                + " less than %.0f %% of it after %s (%s if growth is fast, %s if slow). Fast and slow are the"
                                + " 95th and 5th centile of yearly growth of healthy children, kept up throughout; with OI"
                                + " height falls behind with age in every type, so that slow is likelier than fast. The share"
                                + " is an assumption of the model; a textbook gives about two years for fixed rods.%s",
                        100 * growth.relativeGrowth(),
                        growth.points().getLast().yearsAhead(),
                        100 * coverage.value(),
                        median,
                        fast,
                        slow,
                        plates),
                sources);
    }

    /** Growth plates of healthy children of this age; below 8 and above 20 years the table says nothing. */
    private static Optional<String> plates(RodQuestion question) {
        Plate plate = plate(question.bone());
        int years = question.age().completedMonths() / 12;
        return GrowthPlateFusion.stages(plate, question.sex(), years)
                .map(s -> String.format(
                        Locale.ROOT,
                        "Of %d healthy %s of %d years %d had a fully open %s growth plate, %d one in fusion and %d a fused"
                                + " one.",
                        s.observed(),
                        question.sex() == Sex.FEMALE ? "girls" : "boys",
                        years,
                        s.open(),
                        name(plate),
                        s.fusing(),
                        s.fused()));
    }

    private static Plate plate(Bone bone) {
        return switch (bone) {
            case FEMUR -> Plate.FEMUR_DISTAL;
            case TIBIA -> Plate.TIBIA_PROXIMAL;
            case HUMERUS -> Plate.HUMERUS_PROXIMAL;
            default -> Plate.RADIUS_DISTAL;
        };
    }

    private static String name(Plate plate) {
        return switch (plate) {
            case FEMUR_DISTAL -> "distal femoral";
            case TIBIA_PROXIMAL -> "proximal tibial";
            case HUMERUS_PROXIMAL -> "proximal humeral";
            default -> "distal radial";
        };
    }

    private static String years(OptionalDouble after, BoneGrowth growth) {
        return after.isPresent()
                ? String.format(Locale.ROOT, "%.1f years", after.getAsDouble())
                : String.format(
                        Locale.ROOT,
                        "more than %.0f years",
                        growth.points().getLast().yearsAhead());
    }
}
