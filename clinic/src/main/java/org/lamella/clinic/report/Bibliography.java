package org.lamella.clinic.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.DoseSheet;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.TreatmentOption;
import org.lamella.evidence.Citation;

/** Numbers citations from 1 in the order in which they are first quoted. */
final class Bibliography {
    private final Map<Citation, Integer> numbers = new LinkedHashMap<>();

    /** The number of a citation, given now when it is quoted for the first time. */
    int number(Citation citation) {
        Integer known = numbers.get(citation);
        if (known != null) {
            return known;
        }
        int next = numbers.size() + 1;
        numbers.put(citation, next);
        return next;
    }

    /** What was quoted so far, in order of number. */
    List<Citation> quoted() {
        return List.copyOf(numbers.keySet());
    }

    /** Every citation of a plan in reading order. */
    static Bibliography of(Plan plan) {
        Bibliography all = new Bibliography();
        plan.items().forEach(i -> all.quote(i.sources()));
        plan.options().forEach(o -> all.quote(sourcesOf(o)));
        plan.standing().forEach(s -> all.quote(s.sources()));
        plan.surgery().forEach(note -> note.statements().forEach(s -> all.quote(s.sources())));
        plan.spine().statements().forEach(s -> all.quote(s.sources()));
        plan.pathways().forEach(p -> p.steps().forEach(s -> all.quote(s.sources())));
        plan.calendar().forEach(i -> all.quote(i.sources()));
        plan.cautions().forEach(c -> all.quote(c.sources()));
        return all;
    }

    /** Every citation of an option once, in reading order. */
    static List<Citation> sourcesOf(TreatmentOption option) {
        LinkedHashSet<Citation> sources = new LinkedHashSet<>();
        statements(option).forEach(s -> sources.addAll(s.sources()));
        DoseSheet sheet = option.doseSheet();
        if (sheet != null) {
            sources.addAll(sheet.sources());
        }
        return new ArrayList<>(sources);
    }

    static List<Citation> sourcesOf(CareItem item) {
        return item.sources();
    }

    private static List<Statement> statements(TreatmentOption option) {
        List<Statement> all = new ArrayList<>(option.reasons());
        all.addAll(option.evidence());
        all.addAll(option.risks());
        return all;
    }

    private void quote(Collection<Citation> citations) {
        citations.forEach(this::number);
    }
}
