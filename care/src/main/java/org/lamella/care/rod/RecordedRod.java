package org.lamella.care.rod;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.lamella.care.plan.Statement;
import org.lamella.patient.Rod;
import org.lamella.patient.measure.Age;

/** How much of its bone a fixed rod of the record still covers. */
final class RecordedRod {
    private final RodFacts facts;

    RecordedRod(RodFacts facts) {
        this.facts = facts;
    }

    /**
     * @param rod a fixed rod that is in place
     * @param growth growth of its bone, or null without a height forecast
     */
    List<Statement> say(Rod rod, LocalDate asOf, @Nullable BoneGrowth growth) {
        String name = String.format(
                Locale.ROOT,
                "%s%s, put in on %s, %.1f years ago",
                rod.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                rod.diameter() == null ? "" : " of " + rod.diameter(),
                rod.insertedOn(),
                ChronoUnit.DAYS.between(rod.insertedOn(), asOf) / Age.DAYS_PER_YEAR);
        if (rod.length() == null || growth == null) {
            String need = rod.length() == null ? "its length" : "a height forecast";
            return List.of(Statement.ofRecord("Recorded rod: " + name
                    + ". How much of the bone it still covers cannot be judged: need " + need + "."));
        }
        double length = rod.length().value().doubleValue();
        double today = growth.points().getFirst().median().value();
        RodFacts.Limit coverage = facts.limit("outgrown_coverage");
        double covered = Math.min(1, length / today);
        String then = covered < coverage.value()
                ? String.format(
                        Locale.ROOT,
                        "; that is less than the %.0f %% below which the model lets the stress at its end rise",
                        100 * coverage.value())
                : String.format(
                        Locale.ROOT,
                        "; less than %.0f %%, below which the model lets the stress at its end rise, after %s (%s if growth is"
                                + " fast, %s if slow)",
                        100 * coverage.value(),
                        years(growth, length, BoneGrowth.Bound.MEDIAN),
                        years(growth, length, BoneGrowth.Bound.HIGH),
                        years(growth, length, BoneGrowth.Bound.LOW));
        return List.of(new Statement(
                String.format(
                        Locale.ROOT,
                        "Recorded rod: %s, %.0f mm long. The shaft is about %.0f mm today by the proportions of healthy"
                                + " children, so that it covers about %.0f %% of it (%.0f / %.0f)%s. A textbook exchanges"
                                + " fixed rods about every second year of growth. The film decides.",
                        name,
                        length,
                        today,
                        100 * covered,
                        length,
                        today,
                        then),
                List.of(coverage.source(), facts.citation("TXTROD"))));
    }

    private String years(BoneGrowth growth, double rodMm, BoneGrowth.Bound bound) {
        OptionalDouble after =
                growth.longerAfter(rodMm / facts.limit("outgrown_coverage").value(), bound);
        return after.isPresent()
                ? String.format(Locale.ROOT, "%.1f years", after.getAsDouble())
                : String.format(
                        Locale.ROOT,
                        "more than %.0f years",
                        growth.points().getLast().yearsAhead());
    }
}
