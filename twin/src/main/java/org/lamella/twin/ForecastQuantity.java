package org.lamella.twin;

/**
 * What a forecast speaks about. Density, strength and fractures are separate quantities: a gain in one is never
 * reported as a gain in another.
 */
public enum ForecastQuantity {
    SPINE_Z("lumbar spine BMD Z-score (model-based)", "SD"),
    SPINE_DENSITY("lumbar spine BMD (model-based)", "g/cm2"),
    RESORPTION("bone resorption (CTX) relative to the age reference", "ratio"),
    FORMATION("bone formation (P1NP) relative to the age reference", "ratio"),
    VERTEBRAL_STRENGTH("vertebral strength index relative to a healthy peer", "ratio"),
    FEMUR_STRENGTH("femoral shaft strength index relative to a healthy peer", "ratio"),
    FRACTURES("expected number of fractures from today", "fractures"),
    VERTEBRAL_FRACTURES("expected number of vertebral fractures from today, silent ones included", "fractures"),
    VERTEBRAL_DEFORMITY("height and depth of the vertebrae lost to collapse", "ratio"),
    HEIGHT("height", "cm");

    private final String label;
    private final String unit;

    ForecastQuantity(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }
}
