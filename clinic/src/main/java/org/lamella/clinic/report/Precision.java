package org.lamella.clinic.report;

import org.lamella.twin.ForecastQuantity;

/** Decimals to which machine-readable output rounds; finer digits would differ without meaning. */
final class Precision {
    static final int YEARS = 3;
    static final int MEASURED = 4;
    static final int FRACTURES = 3;
    static final int PROBABILITY = 4;
    static final int RATIO = 3;
    static final int SAMPLE_SIZE = 1;

    private Precision() {}

    static int of(ForecastQuantity quantity) {
        return switch (quantity) {
            case SPINE_Z -> 3;
            case SPINE_DENSITY -> 4;
            case RESORPTION, FORMATION, VERTEBRAL_STRENGTH, FEMUR_STRENGTH, VERTEBRAL_DEFORMITY -> RATIO;
            case FRACTURES, VERTEBRAL_FRACTURES -> FRACTURES;
            case HEIGHT -> 1;
        };
    }
}
