package org.lamella.care.standing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.lamella.care.history.Cycle;
import org.lamella.care.history.NextDose;
import org.lamella.care.history.TreatmentHistory;
import org.lamella.care.plan.StandingItem;
import org.lamella.patient.Course;
import org.lamella.patient.Drug;
import org.lamella.patient.Patient;
import org.lamella.patient.measure.Age;

/** Bisphosphonates so far: time on drug, last dose, cumulative and annualised amounts. */
final class TreatmentStanding {

    private static final int RECENT_CYCLES = 4;
    private static final BigDecimal DAYS_PER_YEAR = new BigDecimal("365.25");

    private TreatmentStanding() {}

    static List<StandingItem> of(Patient patient, LocalDate asOf) {
        Lines lines = new Lines("Treatment so far", asOf);
        TreatmentHistory history = TreatmentHistory.of(patient, asOf);
        if (history.naive()) {
            lines.known(
                    "Bisphosphonates",
                    "none recorded",
                    "a record without doses does not prove that none was given: make sure before a first dose");
            return lines.items();
        }
        history.firstDay()
                .ifPresent(first -> lines.known(
                        "Time since the first dose",
                        String.format(
                                Locale.ROOT, "%.1f years", ChronoUnit.DAYS.between(first, asOf) / Age.DAYS_PER_YEAR),
                        "first dose " + first
                                + history.current()
                                        .map(d -> "; on " + d + " now")
                                        .orElse("; no dose in the last year")));
        for (Drug drug :
                new TreeSet<>(history.cycles().stream().map(Cycle::drug).toList())) {
            infusions(lines, history, drug);
        }
        for (Course course : history.courses()) {
            LocalDate until = course.until() == null || course.until().isAfter(asOf) ? asOf : course.until();
            lines.known(
                    "Tablets: " + course.drug(),
                    course.dailyDose() + " a day",
                    course.from() + " to " + (course.covers(asOf) ? "now" : until.toString()));
        }
        history.lastCycle()
                .ifPresent(last -> lines.known(
                        "Last infusion",
                        last.last().toString(),
                        last.drug()
                                + last.amount()
                                        .map(a -> ", " + plain(a) + " mg")
                                        .orElse(", amount not known")
                                + NextDose.due(history, patient)
                                        .map(d -> "; by its interval the next falls due on " + d)
                                        .orElse("")));
        return lines.items();
    }

    private static void infusions(Lines lines, TreatmentHistory history, Drug drug) {
        List<Cycle> cycles = history.cyclesOf(drug);
        boolean complete = cycles.stream().allMatch(c -> c.perKilogram().isPresent());
        BigDecimal total = cycles.stream()
                .map(c -> c.perKilogram().orElse(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        String count = cycles.size() + (cycles.size() == 1 ? " cycle" : " cycles");
        lines.known(
                "Cumulative " + drug,
                (complete ? "" : "at least ") + plain(total.setScale(3, RoundingMode.HALF_UP)) + " mg/kg",
                count + " since " + cycles.getFirst().first()
                        + (complete ? "" : "; some amounts or weights are not known, so that this is a lower bound"));
        annualised(lines, history, drug, cycles);
    }

    /** Mean amount of the last cycles divided by their usual spacing; a rolling 365-day sum would count a cycle too many. */
    private static void annualised(Lines lines, TreatmentHistory history, Drug drug, List<Cycle> cycles) {
        String label = "Annualised " + drug;
        List<Cycle> recent = cycles.subList(Math.max(0, cycles.size() - RECENT_CYCLES), cycles.size());
        Optional<Long> spacing = history.usualIntervalDays(drug);
        if (spacing.isEmpty()) {
            lines.unknown(label, "at least two cycles, to know their spacing");
            return;
        }
        if (!recent.stream().allMatch(c -> c.perKilogram().isPresent())) {
            lines.unknown(label, "amount and weight of each of the last " + recent.size() + " cycles");
            return;
        }
        BigDecimal mean = recent.stream()
                .map(c -> c.perKilogram().orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(recent.size()), 6, RoundingMode.HALF_UP);
        BigDecimal perYear = mean.multiply(DAYS_PER_YEAR)
                .divide(BigDecimal.valueOf(spacing.get()), new MathContext(3, RoundingMode.HALF_UP));
        lines.known(
                label,
                plain(perYear) + " mg/kg a year",
                "mean of the last " + recent.size() + " cycles, " + plain(mean.setScale(4, RoundingMode.HALF_UP))
                        + " mg/kg each, usually " + spacing.get() + " days apart");
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
