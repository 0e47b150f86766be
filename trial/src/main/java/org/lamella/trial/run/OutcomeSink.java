package org.lamella.trial.run;

/** Takes the patients of a trial as they are finished, always in order of replicate, enrolment and arm. */
@FunctionalInterface
public interface OutcomeSink {
    void accept(PatientOutcome outcome);
}
