package org.lamella.evidence.drug;

import java.util.List;
import org.lamella.evidence.Citation;

/**
 * Ages in which studies (or, where the text says so, a label) stand behind a drug's dose and effect.
 *
 * @param band completed months
 * @param text the span in words, as printed
 * @param sources where it was read; never empty
 */
public record SupportedAge(AgeBand band, String text, List<Citation> sources) {
    public SupportedAge {
        sources = List.copyOf(sources);
        if (text.isBlank() || sources.isEmpty()) {
            throw new IllegalArgumentException("supported age " + band + ": words and at least one source are needed");
        }
    }
}
