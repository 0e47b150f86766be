package org.lamella.patient;

import java.time.LocalDate;

/**
 * One fracture outside the vertebral bodies.
 *
 * @param date day of injury (or of first radiograph when the injury was not noticed)
 * @param bone broken bone
 * @param side body side
 * @param mechanism what broke it
 */
public record Fracture(LocalDate date, Bone bone, Side side, Mechanism mechanism) {
    /** Energy of the injury. */
    public enum Mechanism {
        NO_RECOGNISED_INJURY,
        LOW_ENERGY,
        HIGH_ENERGY,
        BIRTH,
        UNKNOWN
    }
}
