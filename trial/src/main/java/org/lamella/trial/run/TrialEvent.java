package org.lamella.trial.run;

import org.jspecify.annotations.Nullable;
import org.lamella.bone.FractureSite;

/**
 * Something that happened to a patient after enrolment, or in the run-in before it.
 *
 * @param day day after enrolment, negative or 0 in the run-in; fractures are dated to the end of their week
 * @param kind what
 * @param site where a fracture happened; null for other events and for fractures that were none
 * @param counted true when the trial counts it
 * @param detail rule or reason; may be empty
 */
public record TrialEvent(int day, Kind kind, @Nullable FractureSite site, boolean counted, String detail) {
    /** What happened. */
    public enum Kind {
        FRACTURE,
        /** A fracture between screening and enrolment, before trial treatment; no endpoint counts it. */
        RUN_IN_FRACTURE,
        /** Counted as a fracture although there was none. */
        FALSE_FRACTURE,
        /** A rule of the protocol changed the treatment. */
        RULE,
        /** The patient left; nothing is observed from this day on. */
        DROP_OUT
    }
}
