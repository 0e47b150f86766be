package org.lamella.clinic.report.markup;

/**
 * Character data. Whatever it holds, it reads as text and never as markup.
 *
 * @param content the characters
 */
public record Text(String content) implements Node {
    @Override
    public void writeTo(StringBuilder out) {
        escape(content, out);
    }

    /** Appends text with markup characters escaped and characters that XML 1.0 forbids replaced by U+FFFD. */
    static void escape(String text, StringBuilder out) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
    }

    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c < 0x7F)
                || (c >= 0xA0 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || (c >= 0x10000 && c <= 0x10FFFF);
    }
}
