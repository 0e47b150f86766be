package org.lamella.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The check that no figure stands without a source; tests of every module call it on their own data.
 *
 * <p>A measured or fitted figure must point to something that a reader can look up: a DOI, a web address, a PubMed
 * number, a trial registration, or a data file of this product ({@code norms/...}, {@code studies/...}). An assumed
 * figure must say why in its note.
 */
public final class SourceCheck {
    private static final Pattern TRACEABLE = Pattern.compile(
            "(doi:|\\b10\\.\\d{4,}/|https?://|PMID|PMC\\d|NCT\\d|(?:norms|studies|natural_history|growth)[/:. ]).*",
            Pattern.DOTALL);

    private SourceCheck() {}

    /** One sentence per figure whose source is missing; empty when all are in order. */
    public static List<String> everyParameterHasASource(Collection<? extends Sourced> figures) {
        List<String> complaints = new ArrayList<>();
        for (Sourced figure : figures) {
            if (figure.source().isBlank()) {
                complaints.add(figure.id() + ": no source");
            } else if (figure.status() == Sourced.Status.ASSUMED) {
                if (figure.note().isBlank()) {
                    complaints.add(figure.id() + ": assumed without a reason in its note");
                }
            } else if (!TRACEABLE.matcher(figure.source()).find()) {
                complaints.add(figure.id() + ": the source '" + figure.source()
                        + "' cannot be looked up; give a DOI, web address, PMID or a data file of this product");
            }
        }
        return List.copyOf(complaints);
    }
}
