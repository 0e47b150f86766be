package org.lamella.care.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamella.patient.Fracture;
import org.lamella.patient.PlannedProcedure;
import org.lamella.patient.Surgery;

/** Drug timing around surgery: elective osteotomy holds, an ordinary fracture does not. */
final class SurgicalHoldRules {
    private SurgicalHoldRules() {}

    static Map<String, Judgement> judgements() {
        return Map.of(
                "SUR-H-01", SurgicalHoldRules::beforeOsteotomy,
                "SUR-H-02", SurgicalHoldRules::untilHealed,
                "SUR-H-03", SurgicalHoldRules::fractureDoesNotHold,
                "SUR-H-04", SurgicalHoldRules::delayedHealing,
                "SUR-H-05", q -> Verdict.information("A low-energy osteotomy is preferred by many; not confirmed."));
    }

    private static Verdict beforeOsteotomy(Question q) {
        Optional<PlannedProcedure> osteotomy = q.facts()
                .skeleton()
                .planned()
                .filter(p -> p.kind().cutsBone() || p.kind() == Surgery.Kind.ROD_INSERTION)
                .findFirst();
        if (osteotomy.isEmpty()) {
            return Verdict.notApplicable("No elective osteotomy is planned.");
        }
        LocalDate day = osteotomy.get().date();
        String fact = osteotomy.get().kind().label() + " planned on " + day;
        Optional<BigDecimal> window = q.siteFigure("hold_window");
        if (window.isEmpty()) {
            return Verdict.missing(
                            "the site's hold window before an elective osteotomy (a few weeks by source 001; no agreed"
                                    + " number)")
                    .because(fact)
                    .about(Drugs.IV_BISPHOSPHONATES);
        }
        boolean inside = -q.facts().daysSince(day) <= window.get().longValueExact();
        return inside
                ? Verdict.hold("An elective osteotomy lies within the site's window of "
                                + window.get().toPlainString() + " days: move the dose.")
                        .because(fact)
                        .about(Drugs.IV_BISPHOSPHONATES)
                : Verdict.notApplicable("The planned osteotomy is further away than the site's window.")
                        .because(fact);
    }

    private static Verdict untilHealed(Question q) {
        List<Surgery> open = q.facts().skeleton().unhealedOsteotomies();
        if (open.isEmpty()) {
            return Verdict.notApplicable("No osteotomy is waiting for recorded healing.");
        }
        return Verdict.hold(
                        "Healing of the osteotomy is not recorded: no dose until good radiographic healing is seen.")
                .because(open.stream()
                        .map(s -> s.kind().label() + " of the " + s.bone().label() + " on " + s.date()
                                + ", healing not recorded")
                        .toList())
                .about(Drugs.BISPHOSPHONATES);
    }

    private static Verdict fractureDoesNotHold(Question q) {
        Optional<Fracture> recent = q.facts()
                .skeleton()
                .fractures()
                .filter(f -> q.facts().daysSince(f.date()) <= q.number("recent"))
                .reduce((older, newer) -> newer);
        if (recent.isEmpty()) {
            return Verdict.notApplicable("No fracture within the last " + q.said("recent") + " is recorded.");
        }
        return Verdict.information("An ordinary fracture alone is no reason to hold the drug.")
                .because(recent.get().bone().label() + " fracture on "
                        + recent.get().date());
    }

    private static Verdict delayedHealing(Question q) {
        List<String> delayed = q.facts().skeleton().unhealedOsteotomies().stream()
                .filter(s -> q.facts().monthsPassed(s.date(), q.number("delayed_after")))
                .map(s -> s.kind().label() + " of the " + s.bone().label() + " on " + s.date())
                .toList();
        return delayed.isEmpty()
                ? Verdict.notApplicable(
                        "No osteotomy of " + q.said("delayed_after") + " or more without recorded healing.")
                : Verdict.due("Healing is delayed or was not recorded: look at the radiograph and record it.")
                        .because(delayed)
                        .on(q.facts().asOf());
    }
}
