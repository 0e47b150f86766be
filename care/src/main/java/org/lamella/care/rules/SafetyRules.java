package org.lamella.care.rules;

import java.util.List;
import java.util.Map;
import org.lamella.evidence.VerificationLevel;
import org.lamella.patient.Finding;

/** What holds for every piece of advice. */
final class SafetyRules {
    private SafetyRules() {}

    static Map<String, Judgement> judgements() {
        return Map.of(
                "SAFE-01", SafetyRules::advice,
                "SAFE-02", SafetyRules::symptomatic,
                "SAFE-03", SafetyRules::offLabel,
                "SAFE-04", SafetyRules::unconfirmed);
    }

    private static Verdict advice(Question q) {
        return Verdict.information(
                "This is advice to a named clinician, with source, date and verification level beside each number.");
    }

    private static Verdict symptomatic(Question q) {
        return Verdict.information("Drugs for OI treat symptoms: they do not cure and do not change joint laxity.");
    }

    private static Verdict offLabel(Question q) {
        if (q.ageAtLeast("upper_age")) {
            return Verdict.notApplicable("The off-label notice of this rule concerns children.")
                    .because(q.facts().ageFact());
        }
        Input<Boolean> consent = q.facts().finding(Finding.Kind.CONSENT_OFF_LABEL);
        if (consent.unknown()) {
            return Verdict.missing("recorded consent to off-label use of a bisphosphonate in a child")
                    .because(q.facts().ageFact());
        }
        return consent.is(true)
                ? Verdict.information("Bisphosphonates are off-label in most labels for children; consent is recorded.")
                        .because(consent)
                : Verdict.hold("Consent to the off-label use of a bisphosphonate is recorded as not given.")
                        .because(consent)
                        .about(Drugs.BISPHOSPHONATES);
    }

    private static Verdict unconfirmed(Question q) {
        List<Rule> rules = RuleCatalogue.standard().rules();
        long off = rules.stream().filter(rule -> !q.settings().on(rule)).count();
        List<String> confirmed = rules.stream()
                .filter(rule -> rule.verification() == VerificationLevel.U || !rule.enabledByDefault())
                .filter(q.settings()::on)
                .map(Rule::id)
                .toList();
        String sentence =
                off + " of " + rules.size() + " rules are off because a value was not confirmed by a read source";
        return Verdict.information(
                confirmed.isEmpty()
                        ? sentence + "."
                        : sentence + "; this site has confirmed " + String.join(", ", confirmed) + ".");
    }
}
