package org.lamella.care.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamella.patient.Administration;
import org.lamella.patient.Drug;

/** Caps, infusion times and duplicate products, checked against what was given. */
final class DoseLimitRules {
    /** Days in a mean month, a twelfth of 365.25. */
    private static final BigDecimal MEAN_MONTH = new BigDecimal("30.4375");

    private DoseLimitRules() {}

    static Map<String, Judgement> judgements() {
        return Map.of(
                "DOS-PAM-04", DoseLimitRules::pamidronateCaps,
                "DOS-PAM-05", DoseLimitRules::pamidronateDuration,
                "DOS-ZA-04", DoseLimitRules::zoledronateCaps,
                "DOS-ZA-05", DoseLimitRules::zoledronateDuration,
                "DOS-ZA-07", DoseLimitRules::twoProducts);
    }

    /**
     * Amount per year at the pace of the last two cycles: amount of the last cycle x 12 / interval, the interval being
     * the days between their first days as the nearest whole number of months. A rolling 365-day sum would count a fourth
     * cycle at 120-day spacing, and days alone would put a punctual four-month cycle above the cap.
     */
    static Optional<BigDecimal> annualised(List<Administration> doses) {
        List<List<Administration>> cycles = new ArrayList<>();
        for (Administration dose : doses) {
            boolean sameCycle = !cycles.isEmpty()
                    && ChronoUnit.DAYS.between(cycles.getLast().getLast().date(), dose.date()) <= 3;
            if (!sameCycle) {
                cycles.add(new ArrayList<>());
            }
            cycles.getLast().add(dose);
        }
        if (cycles.size() < 2) {
            return Optional.empty();
        }
        BigDecimal cycle = BigDecimal.ZERO;
        for (Administration dose : cycles.getLast()) {
            if (dose.dosePerWeight() == null) {
                return Optional.empty();
            }
            cycle = cycle.add(dose.dosePerWeight().value());
        }
        LocalDate before = cycles.get(cycles.size() - 2).getFirst().date();
        long days = ChronoUnit.DAYS.between(before, cycles.getLast().getFirst().date());
        BigDecimal months = BigDecimal.valueOf(days)
                .divide(MEAN_MONTH, 0, RoundingMode.HALF_UP)
                .max(BigDecimal.ONE);
        return Optional.of(cycle.multiply(BigDecimal.valueOf(12)).divide(months, 3, RoundingMode.HALF_UP));
    }

    /** A stop here is about repeating what was given; a next dose is capped by the dose calculator itself. */
    private static Verdict caps(Question q, Drug drug, String doseCap, String caution) {
        List<Administration> doses = q.facts().treatment().doses(List.of(drug)).toList();
        String limits = "Limits: " + q.said("annual_cap") + " and " + q.said(doseCap) + " at a time.";
        if (doses.isEmpty() && q.facts().treatment().ever(List.of(drug))) {
            return Verdict.missing("the amount of the recorded " + drug + " doses, to check the yearly limit")
                    .about(List.of(drug));
        }
        if (doses.isEmpty()) {
            return Verdict.information("No " + drug + " is recorded. " + limits);
        }
        Administration last = doses.getLast();
        if (last.dose() != null && last.dose().value().compareTo(q.figure(doseCap)) > 0) {
            return Verdict.stop("The last recorded dose exceeds " + q.said(doseCap) + "; it must not be repeated.")
                    .because(drug + " " + last.dose() + " on " + last.date());
        }
        Optional<BigDecimal> annual = annualised(doses);
        if (annual.isPresent() && annual.get().compareTo(q.figure("annual_cap")) > 0) {
            return Verdict.stop("At the recorded pace the yearly amount exceeds " + q.said("annual_cap")
                            + "; lengthen the interval or lower the dose.")
                    .because(drug + " " + annual.get().toPlainString() + " mg/kg/year (last cycle x 12 / interval)");
        }
        if (last.dose() != null && last.dose().value().compareTo(q.figure(caution)) > 0) {
            return Verdict.information(
                            "The last dose is above " + q.said(caution) + ", the stricter limit that is quoted.")
                    .priority(3)
                    .because(drug + " " + last.dose() + " on " + last.date());
        }
        return Verdict.information(limits)
                .because(annual.map(a -> drug + " at the recorded pace: " + a.toPlainString() + " mg/kg/year")
                        .orElse(drug + " last on " + last.date()));
    }

    private static Verdict pamidronateCaps(Question q) {
        return caps(q, Drug.PAMIDRONATE, "dose_cap", "warn_above");
    }

    private static Verdict zoledronateCaps(Question q) {
        return caps(q, Drug.ZOLEDRONATE, "stop_above", "warn_above");
    }

    private static Verdict pamidronateDuration(Question q) {
        Optional<BigDecimal> site = q.siteFigure("site_minutes");
        if (site.isPresent() && site.get().compareTo(q.figure("shortest_minutes")) < 0) {
            return Verdict.hold(
                            "The site's pamidronate infusion time is shorter than " + q.said("shortest_minutes") + ".")
                    .because("site infusion time " + site.get().toPlainString() + " minutes")
                    .about(List.of(Drug.PAMIDRONATE));
        }
        return Verdict.information("Infuse pamidronate over " + q.said("published_minutes") + " (published) or "
                + q.said("shortest_minutes") + " and more (UK hospital), never in calcium-containing fluid.");
    }

    private static Verdict zoledronateDuration(Question q) {
        Optional<BigDecimal> site = q.siteFigure("site_minutes");
        if (site.isPresent() && site.get().compareTo(q.figure("shortest_minutes")) < 0) {
            return Verdict.stop("Zoledronate must not run in less than " + q.said("shortest_minutes") + ".")
                    .because("site infusion time " + site.get().toPlainString() + " minutes")
                    .about(List.of(Drug.ZOLEDRONATE));
        }
        boolean child = !q.facts().age().atLeastYears(18);
        boolean fast = site.isPresent() && site.get().compareTo(q.figure("paediatric_minutes")) < 0;
        return child && fast
                ? Verdict.information("Paediatric practice infuses zoledronate over about "
                                + q.said("paediatric_minutes") + "; the site's time is shorter.")
                        .priority(3)
                        .because("site infusion time " + site.get().toPlainString() + " minutes")
                : Verdict.information("Infuse zoledronate over at least " + q.said("shortest_minutes")
                        + ", in children over about " + q.said("paediatric_minutes") + ".");
    }

    private static Verdict twoProducts(Question q) {
        List<LocalDate> days = q.facts()
                .treatment()
                .doses(List.of(Drug.ZOLEDRONATE))
                .map(Administration::date)
                .toList();
        if (days.isEmpty()) {
            return Verdict.notApplicable("No zoledronate is recorded.");
        }
        boolean twice = days.size() != days.stream().distinct().count();
        return twice
                ? Verdict.stop("Two zoledronate doses are recorded on one day: check for two products.")
                        .because("zoledronate on " + days.getLast())
                        .about(List.of(Drug.ZOLEDRONATE))
                : Verdict.information(
                                "Make sure that no second zoledronate product is in use; the record names the drug, not"
                                        + " the product.")
                        .because("zoledronate last on " + days.getLast());
    }
}
