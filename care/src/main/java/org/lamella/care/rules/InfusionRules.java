package org.lamella.care.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamella.patient.Analyte;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.LabResult;

/** The day of the infusion and the days after it. */
final class InfusionRules {
    private InfusionRules() {}

    static Map<String, Judgement> judgements() {
        return Map.of(
                "INF-01", InfusionRules::checklist,
                "INF-02", InfusionRules::hydration,
                "INF-03", InfusionRules::acutePhase,
                "INF-04", InfusionRules::calciumAfterDose,
                "INF-05", InfusionRules::tetany,
                "INF-06", InfusionRules::phosphate,
                "INF-07", InfusionRules::admission,
                "INF-08", InfusionRules::steroidCover,
                "INF-09", InfusionRules::eye,
                "INF-10", InfusionRules::aspirinAsthma);
    }

    private static Verdict notConsidered() {
        return Verdict.notApplicable("No intravenous bisphosphonate is under consideration.");
    }

    private static Verdict checklist(Question q) {
        Input<Boolean> airway = q.facts().finding(Finding.Kind.RESPIRATORY_ILLNESS, q.number("finding_max_age"));
        if (airway.is(true)) {
            return Verdict.hold("An acute respiratory illness is recorded: hold the infusion and call the consultant.")
                    .because(airway)
                    .about(Drugs.IV_BISPHOSPHONATES);
        }
        if (!q.facts().ivConsidered()) {
            return notConsidered();
        }
        List<String> needs = new ArrayList<>();
        if (airway.unknown()) {
            needs.add(airway.text());
        }
        if (q.facts().mobility().unknown()) {
            needs.add(q.facts().mobility().text());
        }
        Optional<LocalDate> pain = q.facts().patient().pain().stream()
                .map(p -> p.date())
                .filter(day ->
                        !day.isAfter(q.facts().asOf()) && q.facts().daysSince(day) <= q.number("finding_max_age"))
                .findFirst();
        if (pain.isEmpty()) {
            needs.add("a pain score not older than " + q.said("finding_max_age"));
        }
        return needs.isEmpty()
                ? Verdict.information(
                                "The recorded part of the checklist is complete; ask about new fractures and teeth on the"
                                        + " day.")
                        .because(airway)
                : Verdict.missing(needs).about(Drugs.IV_BISPHOSPHONATES);
    }

    private static Verdict hydration(Question q) {
        Input<Boolean> dry = q.facts().finding(Finding.Kind.DEHYDRATION, q.number("finding_max_age"));
        Input<Boolean> drug = q.facts().finding(Finding.Kind.INTERACTING_DRUG, q.number("finding_max_age"));
        if (dry.is(true) || drug.is(true)) {
            return Verdict.hold(
                            "Dehydration or an interacting drug (aminoglycoside, loop diuretic, nephrotoxic drug) is"
                                    + " recorded: settle it before the infusion.")
                    .because(dry, drug)
                    .about(Drugs.IV_BISPHOSPHONATES);
        }
        if (!q.facts().ivConsidered()) {
            return notConsidered();
        }
        return dry.unknown() || drug.unknown()
                ? Verdict.missing(dry, drug).about(Drugs.IV_BISPHOSPHONATES)
                : Verdict.notApplicable("Neither dehydration nor an interacting drug is recorded.")
                        .because(dry, drug);
    }

    private static boolean firstDoseAhead(Question q) {
        return q.facts().treatment().naive() && q.facts().ivConsidered();
    }

    private static Verdict notFirst(Question q) {
        return Verdict.notApplicable("No first infusion is ahead.")
                .because(q.facts().treatment().exposureFact());
    }

    private static Verdict acutePhase(Question q) {
        return firstDoseAhead(q)
                ? Verdict.information(
                                "Expect fever and aches for 2 to 3 days after the first dose; paracetamol by the local"
                                        + " formulary; it seldom repeats.")
                        .because(q.facts().treatment().exposureFact())
                : notFirst(q);
    }

    private static Verdict calciumAfterDose(Question q) {
        if (!firstDoseAhead(q)) {
            return notFirst(q);
        }
        Input<LabResult> phosphatase = q.facts()
                .labs()
                .within(Analyte.ALKALINE_PHOSPHATASE, q.facts().labs().maxDays());
        Input<LabResult> vitaminD =
                q.facts().labs().within(Analyte.VITAMIN_D_25OH, q.facts().labs().maxDays());
        boolean high = phosphatase.test(InfusionRules::aboveLimit);
        boolean low = vitaminD.test(lab -> lab.value().compareTo(q.figure("vitamin_d_high_risk_below")) < 0);
        if (high || low) {
            return Verdict.due(
                            "Low calcium is likelier after this first dose: order a calcium check after it (24 to 72 h is"
                                    + " quoted, unconfirmed).")
                    .because(phosphatase, vitaminD);
        }
        boolean limitMissing = phosphatase.test(lab -> lab.upperLimit() == null);
        if (phosphatase.unknown() || vitaminD.unknown() || limitMissing) {
            return limitMissing
                    ? Verdict.missing("the laboratory's upper limit for alkaline phosphatase")
                            .because(phosphatase, vitaminD)
                    : Verdict.missing(phosphatase, vitaminD);
        }
        return Verdict.notApplicable("Neither a high alkaline phosphatase nor a low vitamin D is recorded.")
                .because(phosphatase, vitaminD);
    }

    private static boolean aboveLimit(LabResult lab) {
        return lab.upperLimit() != null && lab.value().compareTo(lab.upperLimit()) > 0;
    }

    private static Optional<LocalDate> lastIv(Question q, String window) {
        return q.facts()
                .treatment()
                .lastDoseDay(Drugs.IV_BISPHOSPHONATES)
                .filter(day -> q.facts().daysSince(day) <= q.number(window));
    }

    private static Verdict tetany(Question q) {
        return lastIv(q, "watch_days")
                .map(dose -> Verdict.information(
                                "Cramps, tingling, tetany or a seizure in the days after a dose are an" + " emergency.")
                        .priority(2)
                        .because("intravenous bisphosphonate on " + dose))
                .orElseGet(() -> Verdict.notApplicable("No dose within the last " + q.said("watch_days") + "."));
    }

    private static Verdict phosphate(Question q) {
        Optional<LocalDate> dose = lastIv(q, "watch_days");
        if (dose.isEmpty()) {
            return Verdict.notApplicable("No dose within the last " + q.said("watch_days") + ".");
        }
        Optional<LabResult> after = q.facts()
                .labs()
                .of(Analyte.PHOSPHATE)
                .filter(lab -> !lab.date().isBefore(dose.get()))
                .reduce((older, newer) -> newer);
        if (after.isEmpty()) {
            return Verdict.missing("phosphate after the dose of " + dose.get()).priority(5);
        }
        LabResult lab = after.get();
        if (lab.lowerLimit() == null) {
            return Verdict.missing("the laboratory's lower limit for phosphate")
                    .priority(5)
                    .because(LabFacts.say(lab));
        }
        return lab.value().compareTo(lab.lowerLimit()) < 0
                ? Verdict.due("Phosphate is low after the dose, which is common: note it and check again.")
                        .because(LabFacts.say(lab))
                        .on(q.facts().asOf())
                : Verdict.notApplicable("Phosphate after the dose is not low.").because(LabFacts.say(lab));
    }

    private static Verdict admission(Question q) {
        if (!firstDoseAhead(q)) {
            return notFirst(q);
        }
        Optional<BigDecimal> site = q.siteFigure("admit_below");
        BigDecimal limit = site.orElseGet(() -> q.figure("infant_below"));
        boolean young = q.facts().age().completedYears() < limit.doubleValue();
        if (young) {
            return Verdict.due("Plan the first dose as an admission.")
                    .because(q.facts().ageFact(), "admission below " + limit.toPlainString() + " years");
        }
        return site.isPresent()
                ? Verdict.notApplicable("The site does not admit for a first dose at this age.")
                        .because(q.facts().ageFact())
                : Verdict.missing("the site's policy on admission for a first dose (61 % of UK centres admit all)")
                        .priority(4)
                        .because(q.facts().ageFact());
    }

    private static Verdict steroidCover(Question q) {
        if (!firstDoseAhead(q)) {
            return notFirst(q);
        }
        Input<Boolean> steroid = q.facts().finding(Finding.Kind.CHRONIC_GLUCOCORTICOID);
        if (steroid.unknown()) {
            return Verdict.missing(steroid).priority(4);
        }
        return steroid.is(true)
                ? Verdict.due(
                                "Long-term glucocorticoid: plan stress-dose cover for 48 hours from the morning of the first"
                                        + " infusion.")
                        .priority(2)
                        .because(steroid)
                        .on(q.facts().asOf())
                : Verdict.notApplicable("No long-term glucocorticoid is given.").because(steroid);
    }

    private static Verdict eye(Question q) {
        Input<Boolean> eye = q.facts().finding(Finding.Kind.EYE_INFLAMMATION);
        if (eye.is(true)) {
            return Verdict.hold(
                            "Red or painful eye after a bisphosphonate: ophthalmology the same day; no further dose until"
                                    + " they advise.")
                    .priority(1)
                    .because(eye)
                    .about(Drugs.BISPHOSPHONATES);
        }
        return eye.unknown() && q.facts().treatment().current(Drugs.BISPHOSPHONATES)
                ? Verdict.missing(eye).priority(5)
                : Verdict.notApplicable("No inflamed eye after a bisphosphonate is recorded.")
                        .because(eye);
    }

    private static Verdict aspirinAsthma(Question q) {
        Input<Boolean> allergic = q.facts().finding(Finding.Kind.BISPHOSPHONATE_HYPERSENSITIVITY);
        if (allergic.is(true)) {
            return Verdict.hold("Hypersensitivity to a bisphosphonate is recorded: none is given until the team and an"
                            + " allergist have cleared it.")
                    .because(allergic)
                    .about(Drugs.BISPHOSPHONATES);
        }
        return q.facts().ivConsidered() || q.facts().treatment().current(List.of(Drug.ZOLEDRONATE))
                ? Verdict.missing(
                                "whether there is asthma with aspirin sensitivity (the record does not carry it); zoledronate"
                                        + " needs caution then")
                        .priority(5)
                : notConsidered();
    }
}
