package org.lamella.patient;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An operation or dental procedure that is planned.
 *
 * @param date planned day
 * @param kind what is planned
 * @param bone bone concerned, or null when it is not a bone operation
 * @param side body side
 */
public record PlannedProcedure(
        LocalDate date, Surgery.Kind kind, @Nullable Bone bone, Side side) {}
