package org.lamella.trial.report;

import java.util.Locale;

/** Builds the data of a figure: one line at a time, numbers with seven digits, an absent number as an empty field. */
final class Csv {
    private final StringBuilder out;

    Csv(String header) {
        out = new StringBuilder(header).append('\n');
    }

    Csv line(Object... fields) {
        for (int i = 0; i < fields.length; i++) {
            out.append(i == 0 ? "" : ",").append(field(fields[i]));
        }
        out.append('\n');
        return this;
    }

    private static String field(Object value) {
        if (value instanceof Double d) {
            return Double.isFinite(d) ? String.format(Locale.ROOT, "%.7g", d) : "";
        }
        String text = value.toString();
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
