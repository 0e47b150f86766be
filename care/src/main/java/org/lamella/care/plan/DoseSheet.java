package org.lamella.care.plan;

import java.util.List;
import org.lamella.evidence.Citation;

/**
 * The arithmetic of one dose, for a pharmacist to follow.
 *
 * @param drug drug and product
 * @param summary such as {@code 8.5 mg per day on 3 consecutive days, every 2 months}
 * @param lines worked lines in order
 * @param warnings plain warnings, such as a value that a site confirmed
 * @param sources citations
 */
public record DoseSheet(String drug, String summary, List<Line> lines, List<String> warnings, List<Citation> sources) {
    public DoseSheet {
        lines = List.copyOf(lines);
        warnings = List.copyOf(warnings);
        sources = List.copyOf(sources);
    }

    /**
     * One step.
     *
     * @param label such as {@code Dose by weight}
     * @param working such as {@code 0.5 mg/kg x 11.3 kg = 5.65 mg}
     * @param result such as {@code 5.65 mg}
     */
    public record Line(String label, String working, String result) {}
}
