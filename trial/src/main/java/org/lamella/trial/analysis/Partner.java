package org.lamella.trial.analysis;

import org.jspecify.annotations.Nullable;

/** Finds, in a paired trial, the same virtual patient in the first arm, who came just before. */
final class Partner {
    private @Nullable PatientSummary control;

    /** The patient in the first arm, or null when this is that patient. */
    @Nullable
    PatientSummary of(PatientSummary patient) {
        if (patient.arm() == 0) {
            control = patient;
            return null;
        }
        return control != null && control.number() == patient.number() ? control : null;
    }
}
