package org.lamella.care.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamella.patient.Analyte;
import org.lamella.patient.DxaScan;
import org.lamella.patient.LabResult;
import org.lamella.patient.OiType;
import org.lamella.patient.WeightMeasurement;

/** Who may be offered which route of treatment. */
final class IndicationRules {
    private IndicationRules() {}

    static Map<String, Judgement> judgements() {
        return Map.of(
                "IND-01", IndicationRules::recognisedReasons,
                "IND-02", IndicationRules::mildWithoutSymptoms,
                "IND-03", IndicationRules::densityAlone,
                "IND-04", IndicationRules::oralTrialPopulation,
                "IND-05", IndicationRules::intravenousFirst,
                "IND-06", IndicationRules::infants,
                "IND-07", IndicationRules::adults,
                "IND-08", IndicationRules::team,
                "IND-09", IndicationRules::typeSix);
    }

    private static Verdict recognisedReasons(Question q) {
        IndicationCriteria criteria = IndicationCriteria.of(q.facts());
        List<String> met = new ArrayList<>(criteria.met());
        List<String> unknown = new ArrayList<>(criteria.unknown());
        LocalDate since = q.facts().asOf().minusDays(q.number("count_period"));
        long recent = q.facts()
                .skeleton()
                .longBoneFragilityFractures()
                .filter(f -> f.date().isAfter(since))
                .count();
        String recentFact = recent + " long-bone fractures in the last " + q.said("count_period");
        Optional<java.math.BigDecimal> siteCount = q.siteFigure("site_fractures_per_year");
        if (siteCount.isPresent() && java.math.BigDecimal.valueOf(recent).compareTo(siteCount.get()) >= 0) {
            met.add(recentFact + " (the site counts " + siteCount.get().toPlainString() + " or more as recurrent)");
        } else if (siteCount.isEmpty() && recent > 0) {
            unknown.add("the number of fractures a year that this site calls recurrent (" + recentFact + ")");
        }
        if (!met.isEmpty()) {
            return Verdict.option(
                            "A recognised reason for an intravenous bisphosphonate is present; the team decides, this is"
                                    + " not an order.")
                    .because(met)
                    .because(q.facts().type());
        }
        return unknown.isEmpty()
                ? Verdict.notApplicable("None of the recognised reasons is recorded.")
                        .because(q.facts().type())
                : Verdict.missing(unknown);
    }

    private static Verdict mildWithoutSymptoms(Question q) {
        Input<Severity> severity = q.facts().severity();
        if (severity.unknown()) {
            return Verdict.missing(severity);
        }
        if (!severity.is(Severity.MILD) || !q.facts().treatment().naive()) {
            return Verdict.notApplicable("This rule is about starting a drug in mild OI.")
                    .because(severity)
                    .because(q.facts().treatment().exposureFact());
        }
        IndicationCriteria criteria = IndicationCriteria.of(q.facts());
        if (!criteria.met().isEmpty()) {
            return Verdict.notApplicable("A recognised reason for treatment is present (IND-01).")
                    .because(criteria.met());
        }
        boolean fractured =
                q.facts().skeleton().longBoneFragilityFractures().findAny().isPresent();
        if (!criteria.unknown().isEmpty() || fractured) {
            List<String> needs = new ArrayList<>(criteria.unknown());
            if (fractured) {
                needs.add("the team's judgement whether the recorded fractures are few");
            }
            return Verdict.missing(needs).because(severity);
        }
        return Verdict.hold("Mild OI without a recognised reason for treatment: no routine start; discuss.")
                .because(severity)
                .about(Drugs.ANTIRESORPTIVES);
    }

    private static Verdict densityAlone(Question q) {
        Input<DxaScan> z = q.facts().skeleton().zScanOfAnyAge();
        if (z.unknown()) {
            return Verdict.notApplicable("No Z-score is recorded on which a treatment could be founded.");
        }
        boolean fractured =
                q.facts().skeleton().longBoneFragilityFractures().findAny().isPresent()
                        || q.facts().skeleton().fractures().findAny().isPresent()
                        || !q.facts().skeleton().vertebralFractures().isEmpty();
        IndicationCriteria criteria = IndicationCriteria.of(q.facts());
        if (!DiagnosisRules.atMost(z, q, "z_limit")
                || fractured
                || !criteria.met().isEmpty()
                || !q.facts().treatment().naive()) {
            return Verdict.notApplicable("A start on low density alone is not in question.")
                    .because(z);
        }
        return Verdict.stop("Low density without a recorded fragility fracture is no reason to start a bone drug.")
                .priority(2)
                .because(z)
                .about(Drugs.ANTIRESORPTIVES);
    }

    private static Verdict oralTrialPopulation(Question q) {
        PatientFacts f = q.facts();
        int years = f.age().completedYears();
        if (years < q.number("lowest_age") || years > q.number("highest_age")) {
            return Verdict.notApplicable("The trial population was "
                            + q.figure("lowest_age").toPlainString() + " to " + q.said("highest_age") + " old.")
                    .because(f.ageFact());
        }
        Input<Severity> severity = f.severity();
        if (severity.is(Severity.SEVERE)) {
            return Verdict.notApplicable("Severe OI: intravenous treatment is preferred (IND-05).")
                    .because(severity);
        }
        Input<WeightMeasurement> weight = f.weight();
        Input<DxaScan> z = f.skeleton().zScan();
        Question gate = new Question(RuleCatalogue.standard().rule("LAB-02"), f, q.settings());
        Input<LabResult> vitaminD =
                f.labs().within(Analyte.VITAMIN_D_25OH, q.facts().labs().maxDays());
        if (severity.unknown() || weight.unknown() || z.unknown() || vitaminD.unknown()) {
            return Verdict.missing(severity, weight, z, vitaminD);
        }
        boolean heavyEnough = weight.test(w -> w.weight().value().compareTo(q.figure("lowest_weight")) >= 0);
        boolean replete = vitaminD.test(lab -> lab.value().compareTo(gate.figure("vitamin_d_gate")) >= 0);
        boolean fractured = f.skeleton().longBoneFragilityFractures().findAny().isPresent()
                || !f.skeleton().vertebralFractures().isEmpty();
        boolean withFracture = fractured && DiagnosisRules.zAtMost(q, "z_with_fracture");
        boolean alone = DiagnosisRules.zAtMost(q, "z_alone");
        if (!heavyEnough || !replete || !(withFracture || alone)) {
            return Verdict.notApplicable("The entry criteria of the oral risedronate trial are not met.")
                    .because(severity, weight, z, vitaminD);
        }
        return fractured
                ? Verdict.option("Oral risedronate can be discussed: the entry criteria of its trial are met.")
                        .because(severity, weight, z, vitaminD)
                : Verdict.information(
                                "The trial admitted low density without a fracture, but low density alone is no reason"
                                        + " to treat (IND-03).")
                        .because(severity, weight, z, vitaminD);
    }

    private static Verdict intravenousFirst(Question q) {
        Input<OiType> type = q.facts().type();
        boolean vertebral = !q.facts().skeleton().vertebralFractures().isEmpty();
        if (vertebral || type.is(OiType.III) || type.is(OiType.IV)) {
            return Verdict.option("In moderate or severe OI the intravenous route ranks above the oral one.")
                    .because(type)
                    .because(
                            vertebral
                                    ? "vertebral fracture on "
                                            + q.facts()
                                                    .skeleton()
                                                    .vertebralFractures()
                                                    .getFirst()
                                                    .date()
                                    : "");
        }
        if (type.unknown()) {
            return Verdict.missing(type);
        }
        return q.facts().skeleton().spineEverImaged()
                ? Verdict.notApplicable("Neither type III or IV nor a vertebral fracture is recorded.")
                        .because(type)
                : Verdict.missing("a lateral spine image, to see whether a vertebra is fractured")
                        .because(type);
    }

    private static Verdict infants(Question q) {
        if (q.ageAtLeast("upper_age")) {
            return Verdict.notApplicable("The infant pathway ends at " + q.said("upper_age") + ".")
                    .because(q.facts().ageFact());
        }
        Input<Severity> severity = q.facts().severity();
        if (severity.unknown()) {
            return Verdict.missing(severity).because(q.facts().ageFact());
        }
        return severity.is(Severity.SEVERE)
                ? Verdict.option(
                                "Severe OI in infancy: treatment is used, in a specialist centre, as an inpatient, with the"
                                        + " breathing watched.")
                        .because(severity)
                        .because(q.facts().ageFact())
                : Verdict.notApplicable("The infant pathway is for severe OI.").because(severity);
    }

    private static Verdict adults(Question q) {
        return q.ageAtLeast("adult_age")
                ? Verdict.information(
                                "In adults the effect of a bisphosphonate on fractures is uncertain; individualise.")
                        .because(q.facts().ageFact())
                : Verdict.notApplicable("This rule is about adults.")
                        .because(q.facts().ageFact());
    }

    private static Verdict team(Question q) {
        return q.facts().ivConsidered()
                ? Verdict.missing(
                                "who of orthopaedics, physiotherapy and occupational therapy shares the plan (the record does"
                                        + " not carry the care team)")
                        .priority(5)
                : Verdict.notApplicable("No drug treatment is under consideration.");
    }

    private static Verdict typeSix(Question q) {
        boolean gene = q.facts().gene().filter("SERPINF1"::equals).isPresent();
        Input<OiType> type = q.facts().type();
        if (gene || type.is(OiType.VI)) {
            return Verdict.due("Type VI OI responds poorly to a bisphosphonate: refer to an expert centre.")
                    .because(gene ? "gene SERPINF1" : type.text())
                    .about(List.of())
                    .on(q.facts().asOf());
        }
        return type.unknown() && q.facts().gene().isEmpty()
                ? Verdict.missing("OI type or gene")
                : Verdict.notApplicable("Neither type VI nor SERPINF1 is recorded.")
                        .because(type)
                        .because(q.facts().gene().map(g -> "gene " + g).orElse(""));
    }
}
