package org.lamella.care.rules;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.WeightMeasurement;

/** Which regimen of which bisphosphonate belongs to this age and weight. Milligrams are computed by the dose module. */
final class DoseRules {
    private DoseRules() {}

    static Map<String, Judgement> judgements() {
        return Map.ofEntries(
                Map.entry("DOS-00", DoseRules::weightAndCaps),
                Map.entry("DOS-PAM-01", q -> pamidronateBand(q, null, "age_below")),
                Map.entry("DOS-PAM-02", q -> pamidronateBand(q, "age_from", "age_below")),
                Map.entry("DOS-PAM-03", q -> pamidronateBand(q, "age_from", null)),
                Map.entry("DOS-PAM-06", DoseRules::pamidronateFirstCycle),
                Map.entry("DOS-PAM-07", DoseRules::pamidronateLowDose),
                Map.entry("DOS-ZA-01", DoseRules::zoledronateFirstDose),
                Map.entry("DOS-ZA-02", DoseRules::zoledronateMaintenance),
                Map.entry("DOS-ZA-03", DoseRules::zoledronateThreeMonthly),
                Map.entry("DOS-ZA-06", DoseRules::zoledronateInfant),
                Map.entry("DOS-NER-01", DoseRules::neridronate),
                Map.entry("DOS-ORAL-01", DoseRules::oralIntake),
                Map.entry("DOS-ALN-01", DoseRules::alendronate),
                Map.entry("DOS-RIS-01", DoseRules::risedronate),
                Map.entry("DOS-RIS-02", DoseRules::risedronateLowWeight),
                Map.entry(
                        "DOS-RIS-03",
                        q -> Verdict.information(
                                "Weekly risedronate is used after intravenous treatment in the UK; no dose was seen in a source.")),
                Map.entry(
                        "DOS-RIS-04",
                        q -> Verdict.information(
                                "One wide dose-ranging study of risedronate exists; higher doses raised density more.")),
                Map.entry(
                        "DOS-IBN-01",
                        q -> Verdict.information(
                                "Ibandronate is reported off-label in case series; Lamella carries no regimen for it.")));
    }

    private static Verdict weightAndCaps(Question q) {
        Input<WeightMeasurement> weight = q.facts().weight();
        return weight.unknown()
                ? Verdict.missing(weight).about(Drugs.BISPHOSPHONATES)
                : Verdict.information(
                                "The weight is measured and recent; doses are never converted between bisphosphonates.")
                        .because(weight);
    }

    private static Verdict pamidronateBand(Question q, @Nullable String from, @Nullable String below) {
        boolean inBand = (from == null || q.ageAtLeast(from)) && (below == null || !q.ageAtLeast(below));
        if (!inBand) {
            return Verdict.notApplicable("Another age band applies.")
                    .because(q.facts().ageFact());
        }
        return regimen(
                q,
                "pamidronate " + q.said("dose") + " a day on "
                        + q.figure("days").toPlainString() + " consecutive days every " + q.said("interval"));
    }

    /** An option when an intravenous drug is under discussion and the weight can carry a dose. */
    private static Verdict regimen(Question q, String regimen) {
        Input<WeightMeasurement> weight = q.facts().weight();
        if (weight.unknown()) {
            return Verdict.missing(weight).because(q.facts().ageFact());
        }
        Verdict verdict = q.facts().ivConsidered()
                ? Verdict.option("The regimen for this age is " + regimen + ".")
                : Verdict.information(
                        "If treatment were indicated, the regimen for this age would be " + regimen + ".");
        return verdict.because(q.facts().ageFact()).because(weight);
    }

    private static Verdict pamidronateFirstCycle(Question q) {
        return q.facts().treatment().naive()
                ? Verdict.option("A reduced first dose of pamidronate follows the site's own policy.")
                        .because(q.facts().treatment().exposureFact())
                : Verdict.notApplicable("A bisphosphonate has been given before.")
                        .because(q.facts().treatment().exposureFact());
    }

    private static Verdict pamidronateLowDose(Question q) {
        return q.facts().treatment().current(List.of(Drug.PAMIDRONATE))
                ? Verdict.option("When response is good and stable, " + q.said("annual_dose")
                                + " is a maintenance option for the team to judge.")
                        .because(q.facts().treatment().exposureFact())
                : Verdict.notApplicable("No pamidronate is given.");
    }

    private static Verdict zoledronateFirstDose(Question q) {
        if (!q.facts().treatment().naive()) {
            return Verdict.notApplicable("A bisphosphonate has been given before.")
                    .because(q.facts().treatment().exposureFact());
        }
        return regimen(
                        q,
                        "a first zoledronate dose of " + q.said("first_dose") + ", not " + q.said("full_dose")
                                + " (0.0125 mg/kg is also quoted, unconfirmed)")
                .because(q.facts().treatment().exposureFact());
    }

    private static Verdict zoledronateMaintenance(Question q) {
        if (!q.ageAtLeast("lowest_age")) {
            return Verdict.notApplicable("This regimen begins at " + q.said("lowest_age") + " of age.")
                    .because(q.facts().ageFact());
        }
        if (!q.facts().treatment().ever(List.of(Drug.ZOLEDRONATE))) {
            return Verdict.notApplicable("The first zoledronate dose comes first (DOS-ZA-01).")
                    .because(q.facts().treatment().exposureFact());
        }
        return regimen(
                        q,
                        "zoledronate " + q.said("dose") + " every " + q.said("interval")
                                + ", when the first dose was tolerated")
                .because(q.facts().treatment().exposureFact());
    }

    private static Verdict zoledronateThreeMonthly(Question q) {
        return q.facts().treatment().ever(List.of(Drug.ZOLEDRONATE))
                ? regimen(
                                q,
                                "zoledronate " + q.said("dose") + " every " + q.said("interval")
                                        + " where the centre prefers it")
                        .because(q.facts().treatment().exposureFact())
                : Verdict.notApplicable("The first zoledronate dose comes first (DOS-ZA-01).")
                        .because(q.facts().treatment().exposureFact());
    }

    private static Verdict zoledronateInfant(Question q) {
        return q.ageAtLeast("age_below")
                ? Verdict.notApplicable("This rule is about children under " + q.said("age_below") + ".")
                        .because(q.facts().ageFact())
                : Verdict.hold("Zoledronate under " + q.said("age_below")
                                + " of age is for an expert centre; no number is" + " shown.")
                        .because(q.facts().ageFact())
                        .about(List.of(Drug.ZOLEDRONATE));
    }

    private static Verdict neridronate(Question q) {
        return regimen(
                        q,
                        "neridronate " + q.said("dose") + ", at most " + q.said("dose_cap") + ", every "
                                + q.said("interval") + " where it is available")
                .priority(5);
    }

    private static Verdict oralIntake(Question q) {
        Input<Boolean> upright = q.facts().finding(Finding.Kind.CAN_SIT_UPRIGHT_30_MIN);
        Input<Boolean> oesophagus = q.facts().finding(Finding.Kind.OESOPHAGEAL_DISEASE);
        if (upright.is(false) || oesophagus.is(true)) {
            return Verdict.stop(
                            "No oral bisphosphonate: the patient cannot stay upright for 30 minutes or has oesophageal"
                                    + " disease.")
                    .because(upright, oesophagus)
                    .about(Drugs.ORAL_BISPHOSPHONATES);
        }
        if (upright.unknown() || oesophagus.unknown()) {
            return Verdict.missing(upright, oesophagus).priority(4).about(Drugs.ORAL_BISPHOSPHONATES);
        }
        return Verdict.information(
                        "Oral bisphosphonate: on an empty stomach with plenty of water, upright for 30 minutes,"
                                + " 30 minutes before breakfast; stop and ask on painful swallowing or new heartburn.")
                .because(upright, oesophagus);
    }

    private static Verdict alendronate(Question q) {
        int years = q.facts().age().completedYears();
        if (years < q.number("lowest_age") || years > q.number("highest_age")) {
            return Verdict.notApplicable("The trial was at ages "
                            + q.figure("lowest_age").toPlainString() + " to " + q.said("highest_age") + ".")
                    .because(q.facts().ageFact());
        }
        Input<WeightMeasurement> weight = q.facts().weight();
        if (!(weight instanceof Input.Known<WeightMeasurement>(WeightMeasurement w, String fact))) {
            return Verdict.missing(weight).because(q.facts().ageFact());
        }
        boolean heavy = w.weight().value().compareTo(q.figure("weight_limit")) >= 0;
        return Verdict.information("Alendronate at this weight was " + q.said(heavy ? "high_dose" : "low_dose")
                        + " in its trial, which raised density without fewer long-bone fractures.")
                .because(fact, q.facts().ageFact());
    }

    private static Verdict risedronate(Question q) {
        int years = q.facts().age().completedYears();
        if (years < q.number("lowest_age") || years > q.number("highest_age")) {
            return Verdict.notApplicable("The trial was at ages "
                            + q.figure("lowest_age").toPlainString() + " to " + q.said("highest_age") + ".")
                    .because(q.facts().ageFact());
        }
        Input<WeightMeasurement> weight = q.facts().weight();
        if (!(weight instanceof Input.Known<WeightMeasurement>(WeightMeasurement w, String fact))) {
            return Verdict.missing(weight).because(q.facts().ageFact());
        }
        if (w.weight().value().compareTo(q.figure("lowest_weight")) < 0) {
            return Verdict.notApplicable("Below " + q.said("lowest_weight") + " rule DOS-RIS-02 applies.")
                    .because(fact);
        }
        boolean heavy = w.weight().value().compareTo(q.figure("weight_limit")) > 0;
        return Verdict.option(
                        "Risedronate at this weight was " + q.said(heavy ? "high_dose" : "low_dose") + " in its trial.")
                .because(fact, q.facts().ageFact());
    }

    private static Verdict risedronateLowWeight(Question q) {
        Input<WeightMeasurement> weight = q.facts().weight();
        if (!(weight instanceof Input.Known<WeightMeasurement>(WeightMeasurement w, String fact))) {
            return Verdict.missing(weight).priority(4).about(List.of(Drug.RISEDRONATE));
        }
        return w.weight().value().compareTo(q.figure("lowest_weight")) < 0
                ? Verdict.stop("No risedronate below " + q.said("lowest_weight") + ".")
                        .because(fact)
                        .about(List.of(Drug.RISEDRONATE))
                : Verdict.notApplicable("The weight is not below " + q.said("lowest_weight") + ".")
                        .because(fact);
    }
}
