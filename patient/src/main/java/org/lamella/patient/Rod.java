package org.lamella.patient;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.measure.Millimetres;

/**
 * An intramedullary rod.
 *
 * @param insertedOn day of insertion
 * @param kind make of rod
 * @param bone bone that carries it
 * @param side body side
 * @param diameter outer diameter, or null when not recorded
 * @param length length at insertion, or null when not recorded
 * @param removedOn day of removal, or null while in place
 */
public record Rod(
        LocalDate insertedOn,
        Kind kind,
        Bone bone,
        Side side,
        @Nullable Millimetres diameter,
        @Nullable Millimetres length,
        @Nullable LocalDate removedOn) {
    public Rod {
        if (removedOn != null && removedOn.isBefore(insertedOn)) {
            throw new IllegalArgumentException(
                    "rod of " + insertedOn + ": removed on " + removedOn + ", which is before it was inserted");
        }
    }

    /** Make of rod; telescoping rods lengthen with the bone. */
    public enum Kind {
        K_WIRE(false),
        STEINMANN(false),
        RUSH(false),
        WILLIAMS(false),
        PUSH_ROD(false),
        ELASTIC_NAIL(false),
        BAILEY_DUBOW(true),
        SHEFFIELD(true),
        FASSIER_DUVAL(true),
        OTHER_FIXED(false),
        OTHER_TELESCOPING(true);

        private final boolean telescoping;

        Kind(boolean telescoping) {
            this.telescoping = telescoping;
        }

        public boolean telescoping() {
            return telescoping;
        }
    }
}
