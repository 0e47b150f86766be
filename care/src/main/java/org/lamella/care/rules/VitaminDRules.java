package org.lamella.care.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.lamella.patient.Analyte;
import org.lamella.patient.Drug;
import org.lamella.patient.Finding;
import org.lamella.patient.LabResult;

/** Vitamin D repletion and calcium intake. */
final class VitaminDRules {
    private VitaminDRules() {}

    static Map<String, Judgement> judgements() {
        return Map.of(
                "VD-01", VitaminDRules::classification,
                "VD-02", VitaminDRules::treatment,
                "VD-03", VitaminDRules::maintenance,
                "VD-04", VitaminDRules::calciumIntake,
                "VD-05", VitaminDRules::calciumCover);
    }

    /** Recency and plausibility limits are those of the infusion gate, LAB-02. */
    private static Input<LabResult> vitaminD(Question q) {
        Question gate = new Question(RuleCatalogue.standard().rule("LAB-02"), q.facts(), q.settings());
        return q.facts()
                .labs()
                .within(
                        Analyte.VITAMIN_D_25OH,
                        q.facts().labs().maxDays(),
                        gate.figure("lowest_plausible"),
                        gate.figure("highest_plausible"));
    }

    private static Verdict classification(Question q) {
        if (!(vitaminD(q) instanceof Input.Known<LabResult>(LabResult lab, String fact))) {
            return Verdict.missing(vitaminD(q));
        }
        String level = lab.value().compareTo(q.figure("deficient_below")) < 0
                ? "deficient"
                : lab.value().compareTo(q.figure("sufficient_above")) <= 0 ? "insufficient" : "sufficient";
        return Verdict.information("Vitamin D is " + level + ".").because(fact);
    }

    private static Verdict treatment(Question q) {
        if (!(vitaminD(q) instanceof Input.Known<LabResult>(LabResult lab, String fact))) {
            return Verdict.missing(vitaminD(q));
        }
        if (lab.value().compareTo(q.figure("deficient_below")) >= 0) {
            return Verdict.notApplicable("Vitamin D is not deficient.").because(fact);
        }
        if (q.ageAtLeast("upper_age")) {
            return Verdict.missing(
                            "the local adult dose for vitamin D deficiency (the source gives doses for children only)")
                    .because(fact, q.facts().ageFact());
        }
        String dose;
        if (q.facts().age().completedMonths() < q.number("middle_from")) {
            dose = q.said("dose_under_6_months");
        } else if (!q.ageAtLeast("older_from")) {
            dose = q.figure("dose_under_12_years_low").toPlainString() + " to " + q.said("dose_under_12_years_high");
        } else {
            dose = q.said("dose_under_18_years");
        }
        return Verdict.due("Vitamin D is deficient: the source treats with " + dose
                        + " at this age, with calcium if required, then maintenance.")
                .priority(2)
                .because(fact, q.facts().ageFact())
                .on(q.facts().asOf());
    }

    private static Verdict maintenance(Question q) {
        if (q.ageAtLeast("upper_age")) {
            return Verdict.notApplicable("The source gives maintenance doses for children only.")
                    .because(q.facts().ageFact());
        }
        if (!(vitaminD(q) instanceof Input.Known<LabResult>(LabResult lab, String fact))) {
            return Verdict.missing(vitaminD(q));
        }
        if (lab.value().compareTo(q.figure("not_deficient_from")) < 0) {
            return Verdict.notApplicable("Vitamin D is deficient; VD-02 applies first.")
                    .because(fact);
        }
        boolean infant = q.facts().age().completedMonths() < q.number("infant_until");
        return Verdict.information("Maintenance at this age is " + q.said(infant ? "infant_dose" : "dose") + ".")
                .because(fact, q.facts().ageFact());
    }

    private static Verdict calciumIntake(Question q) {
        Input<Boolean> adequate = q.facts().finding(Finding.Kind.ADEQUATE_CALCIUM_INTAKE);
        String wanted = q.said(intakeBand(q));
        if (adequate.unknown()) {
            return Verdict.missing("a diet history for calcium (recommended at this age: " + wanted + ")")
                    .priority(4);
        }
        return adequate.is(true)
                ? Verdict.notApplicable("Calcium intake is recorded as adequate.")
                        .because(adequate)
                : Verdict.due("Calcium intake is not adequate: recommended at this age is " + wanted
                                + ", from food first, supplements of at most " + q.said("largest_supplement")
                                + " at a time.")
                        .because(adequate)
                        .because(q.facts().ageFact())
                        .on(q.facts().asOf());
    }

    private static String intakeBand(Question q) {
        int months = q.facts().age().completedMonths();
        if (months < 7) {
            return "intake_0_6_months";
        }
        if (months < 12) {
            return "intake_7_12_months";
        }
        int years = q.facts().age().completedYears();
        if (years < 4) {
            return "intake_1_3_years";
        }
        if (years < 9) {
            return "intake_4_8_years";
        }
        return years < 19 ? "intake_9_18_years" : "intake_adult";
    }

    private static Verdict calciumCover(Question q) {
        if (!q.facts().treatment().current(List.of(Drug.ZOLEDRONATE))) {
            return Verdict.notApplicable("No zoledronate is given.");
        }
        BigDecimal days = q.siteFigure("cover_days").orElse(null);
        return days == null
                ? Verdict.missing("the site's own order for calcium after zoledronate (75 % of UK centres give it)")
                        .priority(4)
                : Verdict.option("The site gives calcium for " + days.toPlainString() + " days after zoledronate.")
                        .because(q.facts().treatment().exposureFact());
    }
}
