package org.lamella.trial.run;

/** Takes the patients of a trial as they are finished, always in order of replicate, enrolment and arm. */
@FunctionalInterface
public interface OutcomeSink {
    void accept(PatientOutcome outcome);

    /**
     * Called now and then, after a patient and before the next one: a run that begins at this point delivers exactly the
     * patients that are still missing.
     */
    default void reached(Checkpoint point) {}
}
