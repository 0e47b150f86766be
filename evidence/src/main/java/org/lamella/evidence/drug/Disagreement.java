package org.lamella.evidence.drug;

import java.util.List;

/**
 * Sources that differ, all kept, with the choice explained.
 *
 * @param topic what they differ about
 * @param readings what each says
 * @param choice which is used, and why
 */
public record Disagreement(String topic, List<SourcedText> readings, String choice) {

    public Disagreement {
        readings = List.copyOf(readings);
    }
}
