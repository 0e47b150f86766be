package org.lamella.clinic.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines of a terminal, wrapped to a width, without characters that could move its cursor. */
final class TextLines {
    private static final int INDENT = 9;

    private final int width;
    private final List<String> lines = new ArrayList<>();

    TextLines(int width) {
        this.width = width;
    }

    /** A line as it stands. */
    void add(String line) {
        lines.add(line);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** A word in capitals, filled up to the indent of what follows it. */
    static String label(String word) {
        return pad(word.toUpperCase(Locale.ROOT), INDENT);
    }

    static String indent() {
        return " ".repeat(INDENT);
    }

    static String pad(String text, int width) {
        return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
    }

    /** A text under a beginning; what does not fit goes on below, indented as far as the beginning reaches. */
    void wrap(String first, String text) {
        String indent = " ".repeat(first.length());
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : printable(text).split(" ", -1)) {
            for (String piece : pieces(word, width - first.length())) {
                if (!empty && line.length() + 1 + piece.length() > width) {
                    lines.add(line.toString());
                    line = new StringBuilder(indent);
                    empty = true;
                }
                line.append(empty ? "" : " ").append(piece);
                empty = false;
            }
        }
        lines.add(line.toString().stripTrailing());
    }

    private static List<String> pieces(String word, int width) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < word.length(); from += width) {
            pieces.add(word.substring(from, Math.min(word.length(), from + width)));
        }
        return pieces;
    }

    /** Without control characters, which could move the cursor or change colours of a terminal. */
    private static String printable(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("[\\p{Cc}\\p{Cf}]", "?").strip();
    }
}
