package org.lamella.patient;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A cast or spica that unloads a limb.
 *
 * @param from first day
 * @param until last day, or null while in place
 * @param bone immobilised bone
 * @param side body side
 */
public record Cast(LocalDate from, @Nullable LocalDate until, Bone bone, Side side) {
    public Cast {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("cast: ends " + until + " before it begins " + from);
        }
    }
}
