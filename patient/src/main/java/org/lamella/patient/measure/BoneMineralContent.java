package org.lamella.patient.measure;

/**
 * Bone mineral content of a DXA region.
 *
 * @param grams 0.1 to 5000 g
 */
public record BoneMineralContent(double grams) {
    public BoneMineralContent {
        Ranges.within("bone mineral content", "g", grams, 0.1, 5000);
    }
}
