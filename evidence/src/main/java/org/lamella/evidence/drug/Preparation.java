package org.lamella.evidence.drug;

/**
 * How an infusion is made up.
 *
 * @param diluent fluid and what must not be mixed
 * @param volume how the volume follows from the dose
 */
public record Preparation(String diluent, VolumeRule volume) {

    /** How the volume of the infusion follows from the dose. */
    public sealed interface VolumeRule {

        /**
         * The dose is brought to a concentration; the volume is rounded up to a step.
         *
         * @param concentration mg/mL that is not exceeded
         * @param step volume step, mL
         */
        record Concentration(Figure concentration, Figure step) implements VolumeRule {}

        /**
         * One of two bags by size of dose.
         *
         * @param smallDoseUpTo largest dose for the small bag, mg
         * @param small volume of the small bag, mL
         * @param usual volume of the usual bag, mL
         */
        record ByDose(Figure smallDoseUpTo, Figure small, Figure usual) implements VolumeRule {}
    }
}
