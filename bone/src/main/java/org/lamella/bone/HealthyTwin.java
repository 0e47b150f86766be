package org.lamella.bone;

import org.lamella.patient.Sex;

/**
 * The healthy reference: the same equations with healthy traits, run once for each sex from birth, one value per day of
 * age. Ratios to it are 1 for a healthy sibling by construction.
 */
final class HealthyTwin {
    /** What is kept. */
    enum Quantity {
        SPINE_LOAD_DENSITY,
        SPINE_DENSITY,
        SPINE_AREA,
        METAPHYSEAL_DENSITY,
        RESISTANCE_FEMUR,
        RESISTANCE_TIBIA,
        RESISTANCE_ARM,
        STRENGTH_FEMUR,
        STRENGTH_TIBIA,
        STRENGTH_ARM,
        STRENGTH_VERTEBRA,
        RESORPTION,
        FORMATION,
        CORTICAL_RENEWAL
    }

    private final int lastDay;
    private final double[][][] tables;

    HealthyTwin(int lastDay) {
        this.lastDay = lastDay;
        this.tables = new double[Sex.values().length][Quantity.values().length][lastDay + 1];
    }

    int lastDay() {
        return lastDay;
    }

    void keep(Sex sex, Quantity quantity, int day, double value) {
        tables[sex.ordinal()][quantity.ordinal()][day] = value;
    }

    double at(Sex sex, Quantity quantity, int day) {
        return tables[sex.ordinal()][quantity.ordinal()][day];
    }
}
