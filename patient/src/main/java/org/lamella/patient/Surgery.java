package org.lamella.patient;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An operation that was done.
 *
 * @param date day of operation
 * @param kind what was done
 * @param bone operated bone
 * @param side body side
 * @param healedOn day on which bony healing was recorded, or null when healing is not recorded
 */
public record Surgery(
        LocalDate date,
        Kind kind,
        Bone bone,
        Side side,
        @Nullable LocalDate healedOn) {
    /** Kind of operation. */
    public enum Kind {
        OSTEOTOMY_WITH_ROD("osteotomy with rod", true),
        OSTEOTOMY("osteotomy", true),
        OSTEOCLASIS("closed osteoclasis", true),
        ROD_INSERTION("rod insertion", false),
        ROD_REVISION("rod revision", false),
        FRACTURE_FIXATION("fracture fixation", false),
        EXTERNAL_FIXATION("external fixation", true),
        SPINAL_FUSION("spinal fusion", false),
        DENTAL_EXTRACTION("dental extraction", false),
        OTHER("other operation", false);

        private final String label;
        private final boolean cutsBone;

        Kind(String label, boolean cutsBone) {
            this.label = label;
            this.cutsBone = cutsBone;
        }

        public String label() {
            return label;
        }

        /** True when a bone is cut or broken on purpose, so that its healing gates the next antiresorptive dose. */
        public boolean cutsBone() {
            return cutsBone;
        }
    }
}
