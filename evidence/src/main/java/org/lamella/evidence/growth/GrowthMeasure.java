package org.lamella.evidence.growth;

/** Measures of the CDC 2000 reference, with unit and age range of each table. */
public enum GrowthMeasure {
    LENGTH("recumbent length", "cm", 0, 35.5),
    HEIGHT("standing height", "cm", 24, 240),
    WEIGHT("weight", "kg", 0, 240),
    BMI("body mass index", "kg/m2", 24, 240.5);

    private final String label;
    private final String unit;
    private final double firstMonth;
    private final double lastMonth;

    GrowthMeasure(String label, String unit, double firstMonth, double lastMonth) {
        this.label = label;
        this.unit = unit;
        this.firstMonth = firstMonth;
        this.lastMonth = lastMonth;
    }

    public String label() {
        return label;
    }

    public String unit() {
        return unit;
    }

    /** Youngest age of the table in months. */
    public double firstMonth() {
        return firstMonth;
    }

    /** Oldest age of the table in months. */
    public double lastMonth() {
        return lastMonth;
    }
}
