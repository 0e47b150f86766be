package org.lamella.care.rules;

import java.util.ArrayList;
import java.util.List;
import org.lamella.patient.Finding;

/**
 * The recognised reasons to discuss an intravenous bisphosphonate (rule IND-01), sorted by whether the record shows
 * them. How many fractures make a recurrent pattern is for the site to say and is judged by the rule itself.
 *
 * @param met criteria that are recorded as present
 * @param unknown criteria about which the record says nothing
 */
record IndicationCriteria(List<String> met, List<String> unknown) {

    static IndicationCriteria of(PatientFacts facts) {
        List<String> met = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        if (!facts.skeleton().vertebralFractures().isEmpty()) {
            met.add("vertebral fracture on "
                    + facts.skeleton().vertebralFractures().getFirst().date());
        } else if (!facts.skeleton().spineEverImaged()) {
            unknown.add("a lateral spine image, to see whether a vertebra is fractured");
        }
        for (Finding.Kind kind : List.of(
                Finding.Kind.BOWING, Finding.Kind.IMPAIRED_MOBILITY_FROM_FRACTURES, Finding.Kind.SIGNIFICANT_PAIN)) {
            Input<Boolean> finding = facts.finding(kind);
            if (finding.unknown()) {
                unknown.add(finding.text());
            } else if (finding.is(true)) {
                met.add(finding.text());
            }
        }
        return new IndicationCriteria(List.copyOf(met), List.copyOf(unknown));
    }
}
