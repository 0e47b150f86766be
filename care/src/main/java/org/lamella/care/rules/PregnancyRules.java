package org.lamella.care.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamella.patient.Finding;
import org.lamella.patient.PregnancyStatus;
import org.lamella.patient.UnusableEntry;

/** Pregnancy: before an infusion, in planning, and after exposure. */
final class PregnancyRules {
    /** After so many days a recorded pregnancy is over. */
    private static final int LONGEST_DAYS = 300;

    private PregnancyRules() {}

    static Map<String, Judgement> judgements() {
        return Map.of("PR-01", PregnancyRules::planning, "PR-02", PregnancyRules::exposed);
    }

    private static Optional<PregnancyStatus> latest(PatientFacts facts) {
        return facts.patient().pregnancy().stream()
                .filter(p -> !p.date().isAfter(facts.asOf()))
                .reduce((older, newer) -> safer(older, newer));
    }

    /** The later statement; of two on one day the one that says pregnant. */
    private static PregnancyStatus safer(PregnancyStatus older, PregnancyStatus newer) {
        boolean sameDay = older.date().equals(newer.date());
        return sameDay && older.status() == PregnancyStatus.Status.PREGNANT ? older : newer;
    }

    /** Pregnant by the latest statement, unless so long ago that the pregnancy is over (300 days). */
    private static boolean pregnant(PatientFacts facts) {
        return latest(facts)
                .filter(p -> p.status() == PregnancyStatus.Status.PREGNANT && facts.daysSince(p.date()) <= LONGEST_DAYS)
                .isPresent();
    }

    private static String say(PregnancyStatus status) {
        return (status.status() == PregnancyStatus.Status.PREGNANT ? "pregnant on " : "not pregnant on ")
                + status.date();
    }

    /** Rule LAB-09. */
    static Verdict beforeInfusion(Question q) {
        PatientFacts f = q.facts();
        Optional<PregnancyStatus> latest = latest(f);
        boolean contradiction = latest.filter(p -> p.status() == PregnancyStatus.Status.PREGNANT)
                .filter(status -> !f.female() || !q.ageAtLeast("contradiction_below_age"))
                .isPresent();
        if (contradiction) {
            return Verdict.missing("a corrected record: a pregnancy is recorded for a "
                            + (f.female() ? "girl of " + f.age() : "male patient"))
                    .about(Drugs.BISPHOSPHONATES);
        }
        if (pregnant(f)) {
            return Verdict.stop("Pregnancy is recorded: no bisphosphonate; call the consultant.")
                    .because(say(latest.orElseThrow()))
                    .about(Drugs.BISPHOSPHONATES);
        }
        Optional<UnusableEntry> unusable = f.patient()
                .unusable(
                        UnusableEntry.Measure.PREGNANCY,
                        latest.map(PregnancyStatus::date).orElse(LocalDate.MIN),
                        f.asOf())
                .filter(u -> f.daysSince(u.date()) <= LONGEST_DAYS);
        if (unusable.isPresent()) {
            return Verdict.missing("a corrected record: pregnancy status, "
                            + unusable.get().said())
                    .about(Drugs.BISPHOSPHONATES);
        }
        if (!f.female()) {
            return Verdict.notApplicable("Male patient.");
        }
        if (q.ageAtLeast("no_test_from_age")) {
            return Verdict.notApplicable("At this age no pregnancy test is asked for.")
                    .because(f.ageFact());
        }
        Input<Boolean> menarche = f.finding(Finding.Kind.MENARCHE);
        if (!q.ageAtLeast("ask_from_age") && !menarche.is(true)) {
            return Verdict.notApplicable("Before menarche at this age.").because(f.ageFact());
        }
        if (menarche.unknown() && !f.age().atLeastYears(18)) {
            return Verdict.missing(menarche).about(Drugs.IV_BISPHOSPHONATES);
        }
        if (menarche.is(false)) {
            return Verdict.notApplicable("Menarche is not reached.").because(menarche);
        }
        boolean current = latest.filter(p -> f.daysSince(p.date()) <= q.number("test_max_age"))
                .isPresent();
        return current
                ? Verdict.notApplicable("A recent statement excludes pregnancy.")
                        .because(say(latest.orElseThrow()))
                : Verdict.hold("Pregnancy must be excluded before the infusion; no test within "
                                + q.said("test_max_age") + " is recorded.")
                        .needing(List.of("a pregnancy test not older than " + q.said("test_max_age")))
                        .because(menarche)
                        .because(f.ageFact())
                        .about(Drugs.IV_BISPHOSPHONATES);
    }

    private static Verdict planning(Question q) {
        PatientFacts f = q.facts();
        if (!f.female()) {
            return Verdict.notApplicable("Male patient.");
        }
        if (pregnant(f)) {
            return Verdict.stop("No bisphosphonate in pregnancy.")
                    .because(say(latest(f).orElseThrow()))
                    .about(Drugs.BISPHOSPHONATES);
        }
        Input<Boolean> feeding = f.finding(Finding.Kind.BREAST_FEEDING);
        if (feeding.is(true)) {
            return Verdict.hold("No bisphosphonate while breast-feeding.")
                    .because(feeding)
                    .about(Drugs.BISPHOSPHONATES);
        }
        Input<Boolean> menarche = f.finding(Finding.Kind.MENARCHE);
        if (!q.ageAtLeast("ask_from_age") && !menarche.is(true)) {
            return Verdict.notApplicable("Before menarche at this age.").because(f.ageFact());
        }
        if (menarche.unknown() && !f.age().atLeastYears(18)) {
            return Verdict.missing(menarche).priority(4);
        }
        return menarche.is(false)
                ? Verdict.notApplicable("Menarche is not reached.").because(menarche)
                : Verdict.information(
                                "Bisphosphonates stay in bone for years: reliable contraception while treated, and stop"
                                        + " before conception (6 to 12 months is quoted, unconfirmed).")
                        .because(menarche)
                        .because(f.finding(Finding.Kind.ON_BIRTH_CONTROL));
    }

    private static Verdict exposed(Question q) {
        return pregnant(q.facts()) && q.facts().treatment().ever(Drugs.BISPHOSPHONATES)
                ? Verdict.due(
                                "Pregnant after a bisphosphonate: refer to obstetrics; 21 exposed women had no excess harm.")
                        .priority(2)
                        .because(
                                q.facts().treatment().exposureFact(),
                                say(latest(q.facts()).orElseThrow()))
                        .on(q.facts().asOf())
                : Verdict.notApplicable("No pregnancy after a bisphosphonate is recorded.");
    }
}
