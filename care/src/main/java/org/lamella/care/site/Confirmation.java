package org.lamella.care.site;

import java.time.LocalDate;

/**
 * A named clinician's confirmation of a value for which no source text was seen (verification level U). Only a
 * confirmed value may lead to a dose, and each line that rests on it prints this confirmation.
 *
 * @param valueId identifier of the value in the drug facts, such as {@code pamidronate.band-under-2-years}
 * @param confirmedBy name of the clinician
 * @param date day of confirmation
 * @param source text on which the confirmation rests
 */
public record Confirmation(String valueId, String confirmedBy, LocalDate date, String source) {

    public Confirmation {
        if (valueId.isBlank() || confirmedBy.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("confirmation of '" + valueId
                    + "': value, name of the clinician and source are all needed (found name '" + confirmedBy
                    + "', source '" + source + "')");
        }
    }

    /** One sentence for dose lines. */
    public String sentence() {
        return "Value " + valueId + " has no source seen by the authors; confirmed by " + confirmedBy + " on " + date
                + " (" + source + ")";
    }
}
