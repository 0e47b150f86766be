package org.lamella.patient;

/**
 * Clinical group of osteogenesis imperfecta after Sillence and Van Dijk (doi:10.1002/ajmg.a.36545). Type, gene and
 * severity are kept apart: genotype alone sets neither severity nor dose.
 */
public enum OiType {
    I("type I, non-deforming"),
    III("type III, progressively deforming"),
    IV("type IV, moderate"),
    V("type V, calcification of the interosseous membrane"),
    VI("type VI, mineralisation defect"),
    OTHER("another or unclassified type");

    private final String description;

    OiType(String description) {
        this.description = description;
    }

    public String description() {
        return description;
    }

    public String label() {
        return this == OTHER ? "other type" : "type " + name();
    }
}
