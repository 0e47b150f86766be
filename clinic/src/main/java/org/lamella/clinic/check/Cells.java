package org.lamella.clinic.check;

import java.util.List;

/** Writes values as CSV cells (RFC 4180) and JSON strings. */
final class Cells {
    private Cells() {}

    /** One CSV line; a cell is quoted when it must be. */
    static void csv(StringBuilder line, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                line.append(',');
            }
            cell(line, cells[i]);
        }
        line.append('\n');
    }

    private static void cell(StringBuilder line, String text) {
        boolean quote = false;
        for (int i = 0; i < text.length() && !quote; i++) {
            char c = text.charAt(i);
            quote = c == ',' || c == '"' || c == '\n' || c == '\r';
        }
        if (!quote) {
            line.append(text);
            return;
        }
        line.append('"')
                .append(text.indexOf('"') < 0 ? text : text.replace("\"", "\"\""))
                .append('"');
    }

    /** A JSON string. */
    static void json(StringBuilder out, String text) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                out.append(text, written, i);
                special(out, c);
                written = i + 1;
            }
        }
        // Nearly every text has nothing to escape and goes in whole.
        out.append(text, written, text.length()).append('"');
    }

    private static void special(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> escape(out, c);
        }
    }

    /** Surrogates are escaped one by one, so that a broken pair in a record still gives valid UTF-8. */
    private static void escape(StringBuilder out, char c) {
        String hex = Integer.toHexString(c);
        out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
    }

    static void json(StringBuilder out, List<String> texts) {
        out.append('[');
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            json(out, texts.get(i));
        }
        out.append(']');
    }
}
