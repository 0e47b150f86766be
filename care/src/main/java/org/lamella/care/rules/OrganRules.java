package org.lamella.care.rules;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.lamella.patient.Examination;
import org.lamella.patient.Finding;
import org.lamella.patient.PlannedProcedure;

/** Hearing, heart and lungs, and the anaesthetist's sheet. */
final class OrganRules {
    private OrganRules() {}

    static Map<String, Judgement> judgements() {
        return Map.of(
                "HE-01", OrganRules::hearing,
                "HE-02", OrganRules::adultHearing,
                "CP-01", OrganRules::spirometry,
                "CP-02", OrganRules::percentPredicted,
                "CP-03", OrganRules::heart,
                "AN-01", OrganRules::anaesthetist,
                "AN-02", OrganRules::temperature);
    }

    private static Verdict hearing(Question q) {
        Optional<LocalDate> last =
                q.facts().examination(Examination.Kind.HEARING_TEST).map(Examination::date);
        boolean loss = q.facts().present(Finding.Kind.HEARING_LOSS);
        return q.recall("hearing test", last, q.number(loss ? "interval_with_loss" : "interval"))
                .because(q.facts().finding(Finding.Kind.HEARING_LOSS));
    }

    private static Verdict adultHearing(Question q) {
        if (!q.ageAtLeast("adult_age")) {
            return Verdict.notApplicable("This rule is about adults.")
                    .because(q.facts().ageFact());
        }
        Input<Boolean> loss = q.facts().finding(Finding.Kind.HEARING_LOSS);
        if (loss.unknown()) {
            return Verdict.missing(loss).priority(4);
        }
        Optional<LocalDate> last =
                q.facts().examination(Examination.Kind.HEARING_TEST).map(Examination::date);
        return loss.is(true)
                ? q.recall("hearing test", last, q.number("interval")).because(loss)
                : Verdict.notApplicable("No hearing loss; HE-01 gives the interval.")
                        .because(loss);
    }

    private static Verdict spirometry(Question q) {
        if (!q.ageAtLeast("first_age")) {
            return Verdict.notApplicable("Spirometry begins at " + q.said("first_age") + " or when able.")
                    .because(q.facts().ageFact());
        }
        Optional<LocalDate> last =
                q.facts().examination(Examination.Kind.SPIROMETRY).map(Examination::date);
        if (last.isEmpty()) {
            return q.recall("spirometry", last, q.number("interval_severe"));
        }
        Input<Severity> severity = q.facts().severity();
        if (severity.unknown()) {
            return Verdict.missing(severity).because("last spirometry on " + last.get());
        }
        if (severity.is(Severity.SEVERE)) {
            return q.recall("spirometry", last, q.number("interval_severe")).because(severity);
        }
        LocalDate adult = q.facts().patient().birthDate().plusYears(q.number("adult_age"));
        boolean repeat = q.ageAtLeast("adult_age") && last.get().isBefore(adult);
        return repeat
                ? Verdict.due("Spirometry is repeated at the transition to adult care.")
                        .because(severity)
                        .because("last spirometry on " + last.get())
                        .on(adult)
                : Verdict.notApplicable("Spirometry is recorded; in milder OI it is repeated at transition.")
                        .because("last spirometry on " + last.get());
    }

    private static Verdict percentPredicted(Question q) {
        Input<Severity> severity = q.facts().severity();
        if (severity.unknown()) {
            return Verdict.missing(severity).priority(5);
        }
        return severity.is(Severity.SEVERE)
                ? Verdict.information(
                                "Percent predicted by height hides restriction in short or deformed patients; use arm"
                                        + " span or ulna.")
                        .because(severity)
                : Verdict.notApplicable("The caution is for severe OI.").because(severity);
    }

    private static Verdict heart(Question q) {
        return q.ageAtLeast("adult_age")
                ? Verdict.information("Adults: heart surveillance is individual; refer when there are symptoms.")
                        .because(q.facts().ageFact())
                : Verdict.notApplicable("This rule is about adults.")
                        .because(q.facts().ageFact());
    }

    private static Verdict sheet(Question q, String text) {
        Optional<PlannedProcedure> next = q.facts().skeleton().planned().findFirst();
        return next.map(p ->
                        Verdict.information(text).priority(2).because(p.kind().label() + " planned on " + p.date()))
                .orElseGet(() -> Verdict.notApplicable("No operation is planned."));
    }

    private static Verdict anaesthetist(Question q) {
        return sheet(
                q,
                "Anaesthetist: care with airway and neck, padding, cuff and tourniquet; no suxamethonium"
                        + " fasciculation; restrictive lungs, bleeding tendency, fragile teeth.");
    }

    private static Verdict temperature(Question q) {
        return sheet(
                q,
                "Anaesthetist: a rising temperature is not malignant hyperthermia; avoid over-warming and atropine;"
                        + " tube size by head, not body.");
    }
}
