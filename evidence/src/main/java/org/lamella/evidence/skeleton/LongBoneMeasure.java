package org.lamella.evidence.skeleton;

import java.util.Locale;

/** Diaphyseal lengths and breadths of long bones in the SVAD tables. */
public enum LongBoneMeasure {
    FEMUR_DIAPHYSEAL_LENGTH,
    FEMUR_MIDSHAFT_BREADTH,
    FEMUR_DISTAL_BREADTH,
    TIBIA_DIAPHYSEAL_LENGTH,
    TIBIA_MIDSHAFT_BREADTH,
    TIBIA_PROXIMAL_BREADTH,
    TIBIA_DISTAL_BREADTH,
    FIBULA_DIAPHYSEAL_LENGTH,
    HUMERUS_DIAPHYSEAL_LENGTH,
    HUMERUS_MIDSHAFT_BREADTH,
    RADIUS_DIAPHYSEAL_LENGTH,
    RADIUS_MIDSHAFT_BREADTH,
    ULNA_DIAPHYSEAL_LENGTH,
    ULNA_MIDSHAFT_BREADTH;

    /** Name in the tables. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Readable name, such as {@code femur midshaft breadth}. */
    public String label() {
        return column().replace('_', ' ');
    }
}
