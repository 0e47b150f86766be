package org.lamella.clinic.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamella.care.plan.CareItem;
import org.lamella.care.plan.Statement;
import org.lamella.care.plan.TreatmentOption;

/** Reasons that several options or rules share, each once. */
final class Reasons {
    private static final String NEED = "Cannot evaluate: need ";

    private Reasons() {}

    /** The reasons of an option, each text once. */
    static List<Statement> of(TreatmentOption option) {
        Map<String, Statement> byText = new LinkedHashMap<>();
        option.reasons().forEach(r -> byText.putIfAbsent(r.text(), r));
        return List.copyOf(byText.values());
    }

    /** Items grouped by what they say, in the order of first mention. */
    static List<List<CareItem>> grouped(List<CareItem> items) {
        Map<String, List<CareItem>> groups = new LinkedHashMap<>();
        items.forEach(
                i -> groups.computeIfAbsent(i.reason(), _ -> new ArrayList<>()).add(i));
        return List.copyOf(groups.values());
    }

    /** What is needed, without the words before it when the reason has the usual form. */
    static String need(CareItem item) {
        String reason = item.reason();
        return reason.startsWith(NEED) ? reason.substring(NEED.length()).replaceFirst("\\.$", "") : reason;
    }
}
