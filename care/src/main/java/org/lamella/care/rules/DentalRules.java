package org.lamella.care.rules;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.lamella.patient.DentalVisit;
import org.lamella.patient.Finding;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.Surgery;

/** Teeth and jaw. */
final class DentalRules {
    private DentalRules() {}

    static Map<String, Judgement> judgements() {
        return Map.of(
                "DEN-01", DentalRules::beforeFirstInfusion,
                "DEN-02", DentalRules::recall,
                "DEN-03", DentalRules::extraction,
                "DEN-04", DentalRules::jawCounselling,
                "DEN-05", DentalRules::dentinogenesisImperfecta,
                "DEN-06", DentalRules::exposedJaw);
    }

    private static Optional<LocalDate> lastVisit(Question q) {
        return q.facts().patient().dentalVisits().stream()
                .map(DentalVisit::date)
                .filter(day -> !day.isAfter(q.facts().asOf()))
                .reduce((older, newer) -> newer);
    }

    private static Verdict beforeFirstInfusion(Question q) {
        if (!q.facts().treatment().naive() || !q.facts().ivConsidered()) {
            return Verdict.notApplicable("No first infusion is ahead.")
                    .because(q.facts().treatment().exposureFact());
        }
        return q.recallFrom(
                "DEN-02",
                "dental review before the first infusion",
                lastVisit(q),
                day -> day.plusDays(q.number("review_max_age")));
    }

    private static Verdict recall(Question q) {
        return q.recallFrom("DEN-02", "dental review", lastVisit(q), day -> day.plusMonths(q.number("interval")));
    }

    private static Verdict extraction(Question q) {
        Optional<PlannedProcedure> extraction = q.facts()
                .skeleton()
                .planned()
                .filter(p -> p.kind() == Surgery.Kind.DENTAL_EXTRACTION)
                .findFirst();
        if (extraction.isEmpty()) {
            return Verdict.notApplicable("No dental extraction is planned.");
        }
        LocalDate day = extraction.get().date();
        boolean near = -q.facts().daysSince(day) <= q.number("window");
        return near
                ? Verdict.hold("A dental extraction is planned within " + q.said("window")
                                + ": tell both teams and move the infusion.")
                        .because("extraction planned on " + day)
                        .about(Drugs.IV_BISPHOSPHONATES)
                : Verdict.notApplicable("The planned extraction is further away than " + q.said("window") + ".")
                        .because("extraction planned on " + day);
    }

    private static Verdict jawCounselling(Question q) {
        boolean exposed = q.facts().treatment().ever(Drugs.ANTIRESORPTIVES);
        return exposed || q.facts().ivConsidered()
                ? Verdict.information(
                                "Jaw osteonecrosis is rare in young people, not impossible: 0 cases in five OI studies"
                                        + " (2014), 14 cases among 1192 young users of antiresorptives (2023).")
                        .because(q.facts().treatment().exposureFact())
                : Verdict.notApplicable("No antiresorptive drug is recorded or under consideration.");
    }

    private static Verdict dentinogenesisImperfecta(Question q) {
        Input<Boolean> present = q.facts().finding(Finding.Kind.DENTINOGENESIS_IMPERFECTA);
        if (present.unknown()) {
            return Verdict.missing(present).priority(5);
        }
        return present.is(true)
                ? Verdict.option(
                                "Dentinogenesis imperfecta: dental referral; full-coverage crowns rather than fillings, clear"
                                        + " aligners preferred.")
                        .because(present)
                : Verdict.notApplicable("No dentinogenesis imperfecta.").because(present);
    }

    /** An extraction of the last weeks that is neither recorded as healed nor followed by a look at the jaw. */
    private static Optional<Surgery> openExtraction(Question q, Input<Boolean> exposed) {
        LocalDate asOf = q.facts().asOf();
        Optional<LocalDate> seen =
                exposed.is(false) ? q.facts().lastFinding(Finding.Kind.EXPOSED_JAW_BONE) : Optional.empty();
        return q.facts()
                .skeleton()
                .surgeries()
                .filter(s -> s.kind() == Surgery.Kind.DENTAL_EXTRACTION
                        && q.facts().daysSince(s.date()) <= q.number("extraction_watch"))
                .filter(s -> s.healedOn() == null || s.healedOn().isAfter(asOf))
                .filter(s -> seen.filter(day -> day.isAfter(s.date())).isEmpty())
                .reduce((older, newer) -> newer);
    }

    private static Verdict exposedJaw(Question q) {
        Input<Boolean> exposed = q.facts().finding(Finding.Kind.EXPOSED_JAW_BONE);
        Optional<Surgery> extraction = openExtraction(q, exposed);
        if (extraction.isPresent() && !exposed.is(true)) {
            return Verdict.hold("Healing after the dental extraction is not recorded: no dose before it is.")
                    .because("extraction on " + extraction.get().date())
                    .about(Drugs.ANTIRESORPTIVES);
        }
        if (exposed.is(true)) {
            LocalDate since =
                    q.facts().presentSince(Finding.Kind.EXPOSED_JAW_BONE).orElseThrow();
            boolean definition = q.facts().daysSince(since) > q.number("definition");
            Verdict verdict = definition
                    ? Verdict.stop("Jaw bone has been exposed for more than " + q.said("definition")
                            + ", which defines drug-related osteonecrosis: oral surgery, and no further dose.")
                    : Verdict.hold("Jaw bone is exposed: refer to oral surgery and hold the next dose.");
            return verdict.because("exposed jaw bone since " + since)
                    .because(q.facts().treatment().exposureFact())
                    .about(Drugs.ANTIRESORPTIVES);
        }
        return exposed.unknown() && q.facts().treatment().ever(Drugs.ANTIRESORPTIVES)
                ? Verdict.missing(exposed).priority(5)
                : Verdict.notApplicable("No exposed jaw bone is recorded.").because(exposed);
    }
}
