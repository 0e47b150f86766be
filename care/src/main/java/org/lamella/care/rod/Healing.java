package org.lamella.care.rod;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lamella.bone.BoneParameters;
import org.lamella.care.plan.Statement;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.evidence.Citation;

/**
 * How long an osteotomy or a fracture would take to heal in the bone model: unfinished healing fades as
 * {@code exp(-t / (tau * delay))}, tau between the values of a growing and of an adult bone, the delay of an osteotomy
 * between none and that of a surface full of bisphosphonate. The range is that of the model's edges, not a probability.
 */
public final class Healing {
    private static final double DAYS_PER_WEEK = 7;

    private final RodFacts facts;
    private final double child;
    private final double adult;
    private final double delay;

    public Healing(RodFacts facts) {
        this.facts = facts;
        BoneParameters model = BoneParameters.load();
        child = model.get("healing.child_time").value();
        adult = model.get("healing.adult_time").value();
        delay = model.get("healing.osteotomy_drug_delay").value();
    }

    /**
     * @param growing true for a growing bone, false for an adult one
     * @param underDrug true when a bisphosphonate was given within the time it is counted as ongoing
     * @param osteotomy true for a bone cut on purpose, false for a fracture
     * @param from day on which healing begins, or null when it is not known
     */
    public List<Statement> say(boolean growing, boolean underDrug, boolean osteotomy, @Nullable LocalDate from) {
        double time = (growing ? child : adult)
                * -Math.log(facts.limit("healing_done").value());
        double slow = osteotomy && underDrug ? time * (1 + delay) : time;
        String range = weeks(time).equals(weeks(slow))
                ? "about " + weeks(time) + " weeks"
                : weeks(time) + " to " + weeks(slow) + " weeks";
        String dates = from == null
                ? ""
                : ": "
                        + (range.startsWith("about")
                                ? "about " + from.plusDays(Math.round(time))
                                : from.plusDays(Math.round(time)) + " to " + from.plusDays(Math.round(slow)));
        List<Citation> sources = new ArrayList<>();
        sources.add(facts.citation("LAM1-HEAL"));
        List<Statement> said = new ArrayList<>();
        said.add(new Statement(
                "Model: nine tenths of the healing of "
                        + (osteotomy ? from == null ? "an osteotomy" : "this osteotomy" : "this fracture") + " take "
                        + range
                        + " in a" + (growing ? " growing" : "n adult") + " bone" + dates
                        + (osteotomy && underDrug
                                ? ", without and with full effect of the bisphosphonate; the range is that of the model's"
                                        + " assumptions, not a probability."
                                : "; the times are assumed and carry no interval of their own."),
                sources));
        if (osteotomy) {
            said.add(new Statement(
                    "Published: a line still visible at 12 months was counted as delayed healing, seen more often under"
                            + " pamidronate (odds ratio 7.29, 2.62 to 20.3) and with age (1.25 a year).",
                    RuleCatalogue.standard().rule("SUR-H-04").sources()));
        }
        return said;
    }

    private static String weeks(double days) {
        return String.format(Locale.ROOT, "%.0f", days / DAYS_PER_WEEK);
    }
}
