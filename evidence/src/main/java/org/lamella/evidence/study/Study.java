package org.lamella.evidence.study;

import java.util.List;
import java.util.Map;
import org.lamella.evidence.Citation;

/**
 * A published study as it was tabulated. Design and population differ too much between studies to be one type; they are
 * maps in the words of the files.
 *
 * @param id stable key such as {@code sakkers2004_olpadronate}
 * @param role what it may be used for
 * @param citation where it was published
 * @param drugs drugs studied, in the words of the file
 * @param design type, blinding, control and the like
 * @param population numbers, age, sex, types, severity
 * @param arms arms; empty when the file gives dose and schedule in {@code design}
 * @param baseline figures at entry
 * @param outcomes results; always empty for reserved studies
 * @param adverse harms
 * @param notes remarks and caveats
 * @param read pages that were read, with how much of the paper was visible
 */
public record Study(
        String id,
        Role role,
        Citation citation,
        List<String> drugs,
        Map<String, Object> design,
        Map<String, Object> population,
        List<Arm> arms,
        List<Outcome> baseline,
        List<Outcome> outcomes,
        List<Outcome> adverse,
        List<String> notes,
        List<String> read) {
    public Study {
        drugs = List.copyOf(drugs);
        arms = List.copyOf(arms);
        baseline = List.copyOf(baseline);
        outcomes = List.copyOf(outcomes);
        adverse = List.copyOf(adverse);
        notes = List.copyOf(notes);
        read = List.copyOf(read);
        if (role == Role.RESERVED && !(baseline.isEmpty() && outcomes.isEmpty() && adverse.isEmpty())) {
            throw new IllegalArgumentException("study " + id
                    + " is reserved for blind validation and must carry no results; found "
                    + (baseline.size() + outcomes.size() + adverse.size()));
        }
    }
}
