package org.lamella.clinic.record;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lamella.evidence.data.Resources;
import org.lamella.evidence.terminology.PublicCode;
import org.lamella.evidence.terminology.Terminology;

/**
 * Public codes and Lamella's own, and what they mean here. Measurements, analytes, DXA and drugs come from the evidence
 * module's {@link Terminology}; {@code codes.tsv} adds fractures, bones, routes, answers and their like. Both hold only
 * codes that were seen in a public list; any other code is reported, never interpreted from its text.
 */
final class Codes {
    private static final String ORPHA = "ORPHA:";
    private static final String ICD_10_CM = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String ICD_10 = "http://hl7.org/fhir/sid/icd-10";
    private static final Map<String, Concept> PUBLIC = load();

    private Codes() {}

    private static Map<String, Concept> load() {
        Map<String, Concept> table = new HashMap<>();
        for (PublicCode code : Terminology.standard().all()) {
            table.put(key(code.system(), code.code()), meaning(code));
        }
        Resources.text(Codes.class, "codes.tsv").lines().skip(1).forEach(line -> {
            String[] cell = line.split("\t", -1);
            Concept concept = new Concept(Concept.Kind.valueOf(cell[0]), cell[1]);
            if (table.put(key(cell[2], cell[3]), concept) != null) {
                throw new IllegalStateException("codes.tsv: the code " + cell[3] + " of " + cell[2] + " occurs twice");
            }
        });
        return Map.copyOf(table);
    }

    private static Concept meaning(PublicCode code) {
        return switch (code.kind()) {
            case CONDITION -> new Concept(Concept.Kind.DIAGNOSIS, "");
            case MEASURE -> new Concept(Concept.Kind.OBSERVATION, code.means().replace('-', '/'));
            case ANALYTE -> new Concept(Concept.Kind.LAB, code.means());
            case DXA -> new Concept(Concept.Kind.DXA_SITE, code.means());
            case DRUG -> new Concept(Concept.Kind.DRUG, code.means());
        };
    }

    /** What a code means, or empty when it is not one that Lamella knows. */
    static Optional<Concept> find(String system, String code) {
        if (system.startsWith(LamellaCodes.BASE)) {
            return LamellaCodes.find(system, code);
        }
        if (system.equals(ICD_10) || system.equals(ICD_10_CM)) {
            return icd(code);
        }
        return Optional.ofNullable(
                PUBLIC.get(key(system, code.startsWith(ORPHA) ? code.substring(ORPHA.length()) : code)));
    }

    /** ICD-10 codes are read by their category, since national editions add digits. */
    private static Optional<Concept> icd(String code) {
        Concept exact = PUBLIC.get(key(ICD_10, code));
        for (int length = Math.min(code.length(), 8); exact == null && length >= 3; length--) {
            exact = PUBLIC.get(key(ICD_10, code.substring(0, length) + "*"));
        }
        return Optional.ofNullable(exact);
    }

    private static String key(String system, String code) {
        return system + "|" + code;
    }
}
