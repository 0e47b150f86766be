package org.lamella.care.rod;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lamella.care.plan.Statement;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.evidence.growth.HeightVelocityReference;

/**
 * Lays out what published practice says about the choice of an intramedullary rod. It weighs canal width, age and
 * maturity; the decision belongs to the surgeon and the family.
 */
public final class RodAdviser {
    private final RodFacts facts;

    public RodAdviser(RodFacts facts) {
        this.facts = facts;
    }

    /** Advice for one bone. */
    public RodAdvice advise(RodQuestion question) {
        List<String> needs = new ArrayList<>();
        boolean mature = Boolean.FALSE.equals(question.epiphysesOpen());
        if (question.canal() == null) {
            needs.add("narrowest canal diameter of the " + question.bone().label() + " in mm");
        }
        if (question.epiphysesOpen() == null && question.age().years() > lateYears()) {
            needs.add("whether the growth plates are open");
        }
        Millimetres canal = question.canal();
        if (!needs.isEmpty() || canal == null) {
            return new RodAdvice.CannotEvaluate(question.bone(), question.side(), needs);
        }
        RodFamily family = family(canal, mature);
        BoneGrowth growth = growth(question);
        return new RodAdvice.Considered(
                question.bone(),
                question.side(),
                family,
                reasons(family, question, canal),
                new RodSizing(facts).say(family, canal, question.outer()),
                growth,
                new Outgrowing(facts).say(growth, mature, question),
                facts.figures(),
                timing());
    }

    private double lateYears() {
        return facts.limit("telescoping_latest_age").value();
    }

    private RodFamily family(Millimetres canal, boolean mature) {
        if (canal.value() < facts.limit("smallest_telescoping_diameter").value()) {
            return RodFamily.THIN_FIXED;
        }
        return mature ? RodFamily.FIXED_NEAR_MATURITY : RodFamily.TELESCOPING;
    }

    /** Growth of the bone with its edges, or null without a height forecast. */
    static @Nullable BoneGrowth growth(RodQuestion question) {
        return question.heightPath()
                .map(path -> BoneGrowth.along(spread(path, question), BoneGrowth.lengthOf(question.bone())))
                .orElse(null);
    }

    private static HeightPath spread(HeightPath path, RodQuestion question) {
        return path.horizonYears() > 0
                ? path.withSpread(
                        HeightVelocityReference.tanner().spread(question.sex(), question.age(), path.horizonYears()))
                : path;
    }

    private List<Statement> reasons(RodFamily family, RodQuestion question, Millimetres canal) {
        List<Statement> reasons = new ArrayList<>();
        RodFacts.Limit smallest = facts.limit("smallest_telescoping_diameter");
        String compared = canal.value() < smallest.value() ? "narrower than" : "at least";
        reasons.add(cited(
                "The canal measures " + canal + ", " + compared + " the smallest telescoping rod of " + smallest.value()
                        + " mm whose size was read.",
                "TXTROD",
                "FDTW"));
        switch (family) {
            case THIN_FIXED -> {
                reasons.add(cited("A K-wire, Rush or elastic nail fits a canal of this width.", "TXTROD"));
                reasons.add(cited("Fixed rods in growing bones are exchanged about every second year.", "TXTROD"));
            }
            case TELESCOPING -> {
                reasons.add(cited(
                        "In growing bones telescoping rods needed fewer operations and lasted longer than fixed ones in"
                                + " series of ten years and more.",
                        "NGUYEN24"));
                earlyAge(question, reasons);
            }
            case FIXED_NEAR_MATURITY ->
                reasons.add(cited("With little growth left a fixed or locked nail is the usual choice.", "TXTROD"));
        }
        reasons.add(cited("A plate without a rod is not recommended.", "FASS21", "ESPO08"));
        return reasons;
    }

    private void earlyAge(RodQuestion question, List<Statement> reasons) {
        RodFacts.Limit earliest = facts.limit("telescoping_earliest_age");
        if (question.age().years() < earliest.value()) {
            reasons.add(new Statement(
                    "The child is younger than " + earliest.value()
                            + " years, an age limit that is often quoted for telescoping rods but for which no text was read.",
                    List.of(earliest.source())));
        }
        if (question.age().years() > lateYears()) {
            reasons.add(cited(
                    "The growth plates are open although the child is older than the usual range for telescoping rods"
                            + " (toddler to 10-12 years).",
                    "TXTROD"));
        }
    }

    /** Timing of doses around an operation, as published. */
    List<Statement> timing() {
        RuleCatalogue rules = RuleCatalogue.standard();
        return List.of(
                cited(
                        "Delayed healing of the osteotomy was seen more often under pamidronate (odds ratio 7.29, 2.62 to"
                                + " 20.3); the next dose waits until healing is recorded.",
                        "MUNNS04"),
                new Statement(
                        "How long to wait is not agreed: a hold of four months after the operation is often quoted without a"
                                + " text that was read, and one series saw no interference with healing.",
                        rules.rule("SUR-H-01").sources()),
                cited(
                        "An ordinary fracture is no reason to hold (adjusted odds ratio 1.76, 0.61 to 5.10).",
                        "MUNNS04"));
    }

    private Statement cited(String text, String... keys) {
        return new Statement(
                text, java.util.Arrays.stream(keys).map(facts::citation).toList());
    }
}
