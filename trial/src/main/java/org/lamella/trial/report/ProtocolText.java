package org.lamella.trial.report;

/**
 * The protocol as read, with numbered lines that figures can point to.
 *
 * @param text the file
 */
record ProtocolText(String text) {
    /** Number of the line where a top-level entry begins, or 0 when the file has none. */
    int line(String entry) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith(entry + ":")) {
                return i + 1;
            }
        }
        return 0;
    }

    String html() {
        StringBuilder out = new StringBuilder("<h2>Protocol</h2>\n<ol class='protocol'>\n");
        String[] lines = text.strip().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            out.append("<li id='line-")
                    .append(i + 1)
                    .append("'><code>")
                    .append(Html.escape(lines[i]))
                    .append("</code></li>\n");
        }
        return out.append("</ol>\n").toString();
    }
}
