package org.lamella.trial.report;

/**
 * A figure of the report with the numbers behind it.
 *
 * @param id short name, also of its data file
 * @param svg the drawing with its caption
 * @param data the numbers as CSV, header line first
 * @param entry entry of the protocol that asks for it, such as {@code endpoints}; the report links to its line
 */
public record Figure(String id, String svg, String data, String entry) {
    /** Name of the data file beside the report. */
    public String file() {
        return "figure_" + id + ".csv";
    }
}
