package org.lamella.care.dose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamella.care.plan.DoseSheet;
import org.lamella.evidence.Citation;
import org.lamella.evidence.drug.Figure;

/** Collects the lines, warnings and sources of one dose sheet, each source once. */
final class SheetLines {
    private final List<DoseSheet.Line> lines = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Citation> sources = new LinkedHashMap<>();

    void line(String label, String working, String result) {
        lines.add(new DoseSheet.Line(label, working, result));
    }

    void warn(String sentence) {
        warnings.add(sentence);
    }

    void cite(Figure figure) {
        figure.sources().forEach(this::cite);
    }

    void cite(Citation source) {
        sources.putIfAbsent(source.key(), source);
    }

    DoseSheet sheet(String title, String summary) {
        return new DoseSheet(title, summary, lines, warnings, List.copyOf(sources.values()));
    }

    static String mg(BigDecimal value) {
        return plain(value) + " mg";
    }

    static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
