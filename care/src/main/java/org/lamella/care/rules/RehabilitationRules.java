package org.lamella.care.rules;

import java.util.Map;
import org.lamella.patient.Finding;
import org.lamella.patient.MobilityAssessment;

/** Physiotherapy, activity, aids and handling. */
final class RehabilitationRules {
    private RehabilitationRules() {}

    static Map<String, Judgement> judgements() {
        return Map.of(
                "RH-01", RehabilitationRules::therapy,
                "RH-02", RehabilitationRules::exercise,
                "RH-03", RehabilitationRules::fear,
                "RH-04", RehabilitationRules::activity,
                "RH-05", RehabilitationRules::aids,
                "RH-06", RehabilitationRules::handling);
    }

    private static Verdict therapy(Question q) {
        Input<Boolean> therapy = q.facts().finding(Finding.Kind.PHYSIOTHERAPY);
        if (therapy.unknown()) {
            return Verdict.missing(therapy).priority(4);
        }
        return therapy.is(true)
                ? Verdict.notApplicable("Physiotherapy is under way.").because(therapy)
                : Verdict.due("Refer to physiotherapy and occupational therapy, with goals for mobility, function and"
                                + " participation.")
                        .because(therapy)
                        .on(q.facts().asOf());
    }

    private static Verdict exercise(Question q) {
        Input<MobilityAssessment> mobility = q.facts().mobility();
        return mobility.unknown()
                ? Verdict.missing(mobility).priority(4)
                : Verdict.information("Plan exercise and strengthening to the mobility grade; trunk work helps back and"
                                + " breathing; exercise complements the drug.")
                        .because(mobility);
    }

    private static Verdict fear(Question q) {
        return Verdict.missing("whether fear of fracture limits activity (the record does not carry it)")
                .priority(5);
    }

    private static Verdict activity(Question q) {
        Input<Severity> severity = q.facts().severity();
        return severity.unknown()
                ? Verdict.missing(severity).priority(5)
                : Verdict.information(
                                "As active as possible; no contact sport and no activity with a high risk of falls.")
                        .because(severity);
    }

    private static Verdict aids(Question q) {
        Input<MobilityAssessment> mobility = q.facts().mobility();
        if (!(mobility instanceof Input.Known<MobilityAssessment> known)) {
            return Verdict.missing(mobility).priority(4);
        }
        String aids = switch (known.value().grade()) {
            case NON_WALKER -> "wheelchair with seating review, transfers, home adaptation";
            case THERAPY_WALKER -> "wheelchair, orthoses and walking frame for therapy, home adaptation";
            case HOUSEHOLD_WALKER -> "walking aid and orthoses at home, wheelchair outside";
            case NEIGHBOURHOOD_WALKER -> "walking aid, wheelchair for distance";
            case COMMUNITY_WALKER -> "insoles or orthoses as needed";
            case PRE_WALKING_INFANT -> "positioning and safe handling";
        };
        return Verdict.option("Review aids by goals; at this grade: " + aids + ".")
                .because(mobility);
    }

    private static Verdict handling(Question q) {
        return q.facts().age().completedMonths() < q.number("infant_below")
                ? Verdict.information("Teach safe handling to family and staff.")
                        .because(q.facts().ageFact())
                : Verdict.notApplicable("The handling sheet is for infants and new carers.")
                        .because(q.facts().ageFact());
    }
}
