package org.lamella.care.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamella.patient.Fracture;

/** Care of a fracture. */
final class FractureRules {
    private FractureRules() {}

    static Map<String, Judgement> judgements() {
        return Map.of(
                "FX-01", FractureRules::immobilisation,
                "FX-02", FractureRules::rehabilitation,
                "FX-03", FractureRules::recording,
                "FX-04",
                        q -> Verdict.information(
                                "Emergency department: call the OI team, trust patient and family on"
                                        + " handling; a fall may have hurt more than it looks; an anaesthetist for any sedation."),
                "FX-05", FractureRules::splintKit);
    }

    private static Optional<Fracture> recent(Question q) {
        Question period = new Question(RuleCatalogue.standard().rule("FX-02"), q.facts(), q.settings());
        return q.facts()
                .skeleton()
                .fractures()
                .filter(f -> q.facts().daysSince(f.date()) <= period.number("recent"))
                .reduce((older, newer) -> newer);
    }

    private static String say(Fracture f) {
        return f.bone().label() + " fracture on " + f.date();
    }

    private static Verdict immobilisation(Question q) {
        boolean cast = q.facts().patient().casts().stream()
                .anyMatch(c -> !c.from().isAfter(q.facts().asOf())
                        && (c.until() == null || !c.until().isBefore(q.facts().asOf())));
        if (recent(q).isEmpty() && !cast) {
            return Verdict.notApplicable("No recent fracture and no cast is recorded.");
        }
        return Verdict.information("Lightest and shortest immobilisation; avoid heavy casts and spica where possible.")
                .priority(3)
                .because(recent(q).map(FractureRules::say).orElse(""))
                .because(cast ? "a cast is in place" : "");
    }

    private static Verdict rehabilitation(Question q) {
        return recent(q)
                .map(f -> Verdict.due("Reassess movement, strength and function after the fracture; start"
                                + " rehabilitation early.")
                        .because(say(f))
                        .on(q.facts().asOf()))
                .orElseGet(() ->
                        Verdict.notApplicable("No fracture within the last " + q.said("recent") + " is recorded."));
    }

    private static Verdict recording(Question q) {
        List<String> needs = q.facts()
                .skeleton()
                .fractures()
                .filter(f -> f.mechanism() == Fracture.Mechanism.UNKNOWN)
                .map(f -> "mechanism of the " + say(f))
                .toList();
        return needs.isEmpty()
                ? Verdict.notApplicable("Every recorded fracture has a mechanism.")
                : Verdict.missing(needs).priority(5);
    }

    private static Verdict splintKit(Question q) {
        Input<Severity> severity = q.facts().severity();
        if (severity.unknown()) {
            return Verdict.missing(severity).priority(5);
        }
        return severity.is(Severity.MILD)
                ? Verdict.notApplicable("Splint kits are offered in moderate and severe OI.")
                        .because(severity)
                : Verdict.information("Families can be given a splint kit.").because(severity);
    }
}
