package org.lamella.clinic.record;

/**
 * What a code means to Lamella.
 *
 * @param kind which part of the record it speaks of
 * @param value which one, in lower case with hyphens (an enum constant of the vocabulary, a drug); empty when the kind
 *     says it all
 */
record Concept(Kind kind, String value) {
    /** Parts of the record; the label is used in messages, the name in the address of Lamella's own code system. */
    enum Kind {
        DIAGNOSIS("osteogenesis imperfecta"),
        OI_TYPE("OI type"),
        GENE("gene"),
        OBSERVATION("kind of observation"),
        LAB("laboratory analyte"),
        DXA_SITE("DXA region"),
        FINDING("finding"),
        EXAMINATION("examination"),
        MOBILITY("mobility grade"),
        PREGNANCY("pregnancy status"),
        ANSWER("yes or no"),
        METHOD("way of measuring"),
        POSTURE("position while measured"),
        FRACTURE("fracture"),
        BONE("bone"),
        SIDE("body side"),
        VERTEBRA("vertebral level"),
        GENANT("Genant grade"),
        MECHANISM("fracture mechanism"),
        PROCEDURE("operation"),
        CARE("cast or dental review"),
        ROD("rod"),
        DRUG("drug"),
        ROUTE("route"),
        NOT_USED("not used");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
