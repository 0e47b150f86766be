package org.lamella.clinic.record;

/** Wording shared by notes and faults. */
final class Sentences {
    private static final int LONGEST_QUOTE = 80;

    private Sentences() {}

    static String join(String why, String found, String accepted, String advice) {
        StringBuilder line = new StringBuilder(why).append("; found ").append(found);
        if (!accepted.isEmpty()) {
            line.append(", accepted is ").append(accepted);
        }
        if (!advice.isEmpty()) {
            line.append(". ").append(advice);
        }
        return line.toString();
    }

    /** A text of the record in quotation marks, cut when long, without control characters. */
    static String quote(String text) {
        String clean = text.codePoints()
                .limit(LONGEST_QUOTE)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "'" + clean + (text.codePointCount(0, text.length()) > LONGEST_QUOTE ? "…" : "") + "'";
    }
}
