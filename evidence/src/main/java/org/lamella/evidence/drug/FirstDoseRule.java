package org.lamella.evidence.drug;

/**
 * How the first dose ever of a bisphosphonate differs.
 *
 * @param valueId identifier under which a site confirms it
 * @param appliesTo which part is reduced
 * @param figure the reduced dose in {@code mg/kg}, or the factor in unit {@code 1}
 */
public record FirstDoseRule(String valueId, AppliesTo appliesTo, Figure figure) {

    /** Which part of the first cycle is reduced. */
    public enum AppliesTo {
        /** Day 1 of the first cycle is multiplied by a factor. */
        DAY_1,
        /** The whole first dose is given at another amount per kilogram. */
        WHOLE_DOSE
    }

    public FirstDoseRule {
        String wanted = appliesTo == AppliesTo.DAY_1 ? "1" : "mg/kg";
        if (!figure.unit().equals(wanted)) {
            throw new IllegalArgumentException(
                    valueId + ": unit found '" + figure.unit() + "', accepted is '" + wanted + "'");
        }
    }
}
