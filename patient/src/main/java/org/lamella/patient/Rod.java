package org.lamella.patient;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An intramedullary rod.
 *
 * @param insertedOn day of insertion
 * @param kind make of rod
 * @param bone bone that carries it
 * @param side body side
 * @param diameterMm outer diameter in mm, or null when not recorded
 * @param lengthMm length at insertion in mm, or null when not recorded
 * @param removedOn day of removal, or null while in place
 */
public record Rod(
        LocalDate insertedOn,
        Kind kind,
        Bone bone,
        Side side,
        @Nullable Double diameterMm,
        @Nullable Double lengthMm,
        @Nullable LocalDate removedOn) {
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
