package org.lamella.trial.analysis;

/**
 * One endpoint, answered from sums and counts that are gathered while patients arrive: no patient is kept. Patients come in
 * order of enrolment; in a paired trial each comes through all arms, one after the other.
 */
interface Question {
    /** The question in words, with its unit. */
    String sentence();

    void add(PatientSummary patient);

    /** What one arm came to; the arm is not named yet. */
    ArmSummary summary(int arm);

    /**
     * An arm against the first one.
     *
     * @throws ArithmeticException or IllegalArgumentException when it cannot be estimated
     */
    Estimate contrast(int arm);
}
