package org.lamella.clinic.record;

import java.util.List;

/**
 * One thing in the record that was not used, was changed on the way in, or should be checked.
 *
 * @param severity what became of it
 * @param reason why the note was written
 * @param locations FHIR element paths such as {@code Bundle.entry[7].resource.valueQuantity.unit}, or lines of a plain
 *     record; never empty, in the order of the record
 * @param found what was there
 * @param accepted what would have been used
 * @param advice what to try; empty when there is nothing to do
 */
public record InputNote(
        Severity severity, Reason reason, List<String> locations, String found, String accepted, String advice) {
    public InputNote {
        if (locations.isEmpty()) {
            throw new IllegalArgumentException("a note needs a place in the record; none was given");
        }
        locations = List.copyOf(locations);
    }

    /** The first place, with the number of further ones. */
    public String location() {
        int more = locations.size() - 1;
        return more == 0 ? locations.getFirst() : locations.getFirst() + " and " + more + " more";
    }

    /** The note as one line for people. */
    public String sentence() {
        return location() + ": " + explanation();
    }

    /** Everything but the place, as one line. */
    public String explanation() {
        return Sentences.join(severity.label() + ", " + reason.label(), found, accepted, advice);
    }
}
