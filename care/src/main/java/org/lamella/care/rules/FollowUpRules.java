package org.lamella.care.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lamella.patient.Drug;
import org.lamella.patient.Examination;
import org.lamella.patient.HeightMeasurement;
import org.lamella.patient.PainScore;
import org.lamella.patient.WeightMeasurement;

/** Pain, monitoring, duration of treatment, transition and outcomes. */
final class FollowUpRules {
    private FollowUpRules() {}

    static Map<String, Judgement> judgements() {
        return Map.ofEntries(
                Map.entry("PA-01", FollowUpRules::pain),
                Map.entry("MON-01", FollowUpRules::growth),
                Map.entry("MON-02", FollowUpRules::exposure),
                Map.entry("MON-03", FollowUpRules::response),
                Map.entry("ST-01", FollowUpRules::endOfGrowth),
                Map.entry("ST-02", FollowUpRules::stepDown),
                Map.entry("ST-03", FollowUpRules::afterStopping),
                Map.entry("ST-04", FollowUpRules::adultReview),
                Map.entry("TR-01", FollowUpRules::transition),
                Map.entry("OUT-01", FollowUpRules::outcomeSet),
                Map.entry(
                        "OUT-02",
                        q -> Verdict.information(
                                "Offer entry in a registry (EuRR-Bone, OIF contact registry, BBDC natural history).")));
    }

    private static Verdict pain(Question q) {
        Optional<PainScore> last = q.facts().patient().pain().stream()
                .filter(p -> !p.date().isAfter(q.facts().asOf()))
                .reduce((older, newer) -> newer);
        if (last.isEmpty()) {
            return Verdict.missing("a pain score");
        }
        String fact = "pain " + last.get().score() + " of 10 on " + last.get().date();
        if (q.facts().daysSince(last.get().date()) > q.number("pain_max_age")) {
            return Verdict.missing("a pain score not older than " + q.said("pain_max_age") + " (" + fact + "; "
                    + q.facts().lastSeen(last.get().date()) + ")");
        }
        return last.get().score() >= q.number("score_limit")
                ? Verdict.due("Pain at or above " + q.said("score_limit")
                                + ": look for a fracture when it is new; pain service when it lasts.")
                        .because(fact)
                        .on(q.facts().asOf())
                : Verdict.notApplicable("Pain is below " + q.said("score_limit") + ".")
                        .because(fact);
    }

    private static Verdict growth(Question q) {
        Optional<LocalDate> weight =
                q.facts().patient().latestWeight(q.facts().asOf()).map(WeightMeasurement::date);
        Optional<LocalDate> height =
                q.facts().patient().latestHeight(q.facts().asOf()).map(HeightMeasurement::date);
        Optional<LocalDate> older = weight.isEmpty() || height.isEmpty()
                ? Optional.empty()
                : Stream.of(weight.get(), height.get()).min(LocalDate::compareTo);
        return q.recall("height and weight", older, q.number("interval"));
    }

    private static Verdict exposure(Question q) {
        if (!q.facts().treatment().ever(Drugs.ANTIRESORPTIVES)) {
            return Verdict.notApplicable("No antiresorptive drug is recorded.");
        }
        LocalDate first = q.facts().treatment().firstUse(Drugs.ANTIRESORPTIVES).orElseThrow();
        LocalDate last = q.facts().treatment().lastUse(Drugs.ANTIRESORPTIVES).orElseThrow();
        double years = java.time.temporal.ChronoUnit.DAYS.between(first, last) / 365.25;
        return Verdict.information(
                        String.format(Locale.ROOT, "Exposure to antiresorptive drugs so far: %.1f years.", years))
                .because(Drugs.ANTIRESORPTIVES.stream()
                        .filter(drug -> q.facts()
                                .treatment()
                                .doses(List.of(drug))
                                .findAny()
                                .isPresent())
                        .map(drug -> cumulative(q, drug))
                        .toList());
    }

    private static String cumulative(Question q, Drug drug) {
        BigDecimal perWeight = BigDecimal.ZERO;
        int without = 0;
        int doses = 0;
        for (var dose : q.facts().treatment().doses(List.of(drug)).toList()) {
            doses++;
            if (dose.dosePerWeight() == null) {
                without++;
            } else {
                perWeight = perWeight.add(dose.dosePerWeight().value());
            }
        }
        String sum = drug + ": " + doses + " doses";
        if (without < doses) {
            sum += ", " + perWeight.stripTrailingZeros().toPlainString() + " mg/kg in total";
        }
        return without == 0 ? sum : sum + " (" + without + " recorded without an amount per kg)";
    }

    private static Verdict response(Question q) {
        Optional<LocalDate> start = q.facts().treatment().firstUse(Drugs.ANTIRESORPTIVES);
        if (start.isEmpty() || !q.facts().monthsPassed(start.get(), q.number("after"))) {
            return Verdict.notApplicable("Treatment has not lasted " + q.said("after") + ".");
        }
        List<SkeletonFacts.SpineDensity> scans = q.facts().skeleton().spineDensities();
        Optional<SkeletonFacts.SpineDensity> before =
                scans.stream().filter(s -> !s.date().isAfter(start.get())).reduce((older, newer) -> newer);
        Optional<SkeletonFacts.SpineDensity> after = scans.stream()
                .filter(s -> !s.date().isBefore(start.get().plusMonths(q.number("after"))))
                .findFirst();
        if (before.isEmpty() || after.isEmpty()) {
            return Verdict.missing(
                    "lumbar spine density before the start and after " + q.said("after") + " of treatment");
        }
        double change = before.get().percentTo(after.get());
        double least =
                q.figure("lsc_factor").multiply(q.figure("precision_error")).doubleValue();
        String fact = String.format(
                Locale.ROOT,
                "lumbar spine density %+.1f %% from %s to %s",
                change,
                before.get().date(),
                after.get().date());
        return change < least
                ? Verdict.due(
                                "No rise beyond the least significant change after a year: check adherence, dose given, vitamin D"
                                        + " and diagnosis.")
                        .because(fact)
                        .on(q.facts().asOf())
                : Verdict.notApplicable("Density has risen beyond the least significant change.")
                        .because(fact);
    }

    private static Verdict endOfGrowth(Question q) {
        if (!q.facts().treatment().onAntiresorptive()) {
            return Verdict.notApplicable("No antiresorptive drug is given.");
        }
        Input<Boolean> growing = q.facts().skeleton().growing();
        if (growing.unknown()) {
            return Verdict.missing(growing);
        }
        return growing.is(false)
                ? Verdict.option("Growth is complete: review whether to stop.").because(growing)
                : Verdict.notApplicable("Growth plates are open.").because(growing);
    }

    private static Verdict stepDown(Question q) {
        Optional<LocalDate> start = q.facts().treatment().firstUse(Drugs.ANTIRESORPTIVES);
        boolean long_ = start.isPresent() && q.facts().monthsPassed(start.get(), 12 * q.number("years_treated"));
        return long_ && q.facts().treatment().onAntiresorptive()
                ? Verdict.option(
                                "After two years and a good, stable response a lower dose or longer interval is an option during"
                                        + " growth; the team judges the response.")
                        .because("treated since " + start.get())
                : Verdict.notApplicable("Treatment has not lasted " + q.said("years_treated") + ", or has ended.");
    }

    private static Verdict afterStopping(Question q) {
        Optional<LocalDate> last = q.facts().treatment().lastUse(Drugs.BISPHOSPHONATES);
        if (last.isEmpty() || !q.facts().monthsPassed(last.get(), q.number("off_for"))) {
            return Verdict.notApplicable("No bisphosphonate has been stopped for " + q.said("off_for") + ".");
        }
        Input<Boolean> growing = q.facts().skeleton().growing();
        if (growing.unknown()) {
            return Verdict.missing(growing)
                    .priority(5)
                    .because(q.facts().treatment().exposureFact());
        }
        return growing.is(false)
                ? Verdict.information(
                                "After stopping at final height, four years later: lumbar spine density +4 %, radial"
                                        + " trabecular density -19 %, long-bone fractures in 42 then 16 % (n=31).")
                        .because(q.facts().treatment().exposureFact())
                        .because(growing)
                : Verdict.notApplicable("The figures are for patients who stopped at final height.")
                        .because(growing);
    }

    private static Verdict adultReview(Question q) {
        Optional<LocalDate> start = q.facts().treatment().firstUse(Drugs.ANTIRESORPTIVES);
        if (!q.ageAtLeast("adult_age")
                || start.isEmpty()
                || !q.facts().treatment().onAntiresorptive()) {
            return Verdict.notApplicable("No adult treatment with an antiresorptive drug is recorded.");
        }
        LocalDate review = start.get().plusYears(q.number("years_on_drug"));
        return review.isAfter(q.facts().asOf())
                ? Verdict.notApplicable("The need for the drug is reviewed from " + review + ".")
                        .because("treated since " + start.get())
                        .on(review)
                : Verdict.due("Review the need for the drug, menopause and falls.")
                        .because("treated since " + start.get())
                        .on(q.facts().asOf());
    }

    private static Verdict transition(Question q) {
        return q.ageAtLeast("age_from") && !q.ageAtLeast("adult_age")
                ? Verdict.due("Begin the written transfer plan: lung tests, hearing, DXA, spine, teeth, drug history.")
                        .because(q.facts().ageFact())
                        .on(q.facts().asOf())
                : Verdict.notApplicable("Outside the age of planned transfer.")
                        .because(q.facts().ageFact());
    }

    private static Verdict outcomeSet(Question q) {
        Optional<LocalDate> last =
                q.facts().examination(Examination.Kind.OUTCOME_SET_KEY4OI).map(Examination::date);
        Verdict verdict =
                q.recallFrom("OUT-01", "Key4OI outcome set", last, day -> day.plusMonths(q.number("interval")));
        return verdict.kind() == RuleAnswer.Kind.INFORMATION ? verdict : verdict.priority(4);
    }
}
