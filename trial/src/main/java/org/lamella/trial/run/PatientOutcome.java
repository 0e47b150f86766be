package org.lamella.trial.run;

import java.util.List;
import org.lamella.bone.GenotypeClass;
import org.lamella.patient.OiType;
import org.lamella.patient.Sex;

/**
 * One patient in one arm, from enrolment to the end. In a paired trial a patient appears once per arm.
 *
 * @param replicate replicate of the study
 * @param number order of enrolment from 0
 * @param key identity for random numbers
 * @param arm index of the arm
 * @param sex sex
 * @param type OI type
 * @param genotype group of genotypes
 * @param ageDays age at enrolment
 * @param severity latent severity within the type, in standard deviations
 * @param historyFractures fractures known at screening, in the watched time before it
 * @param runIn fractures between screening and enrolment, in order of day; none when there is no run-in
 * @param adherence share of daily doses taken
 * @param lastDay day of leaving, or of the last visit
 * @param completed true when the last visit was reached
 * @param measured as measured, by measurement of the protocol and visit of that measurement; not a number when missed
 * @param truth without measurement error, in the same order
 * @param events in order of day
 */
public record PatientOutcome(
        int replicate,
        int number,
        long key,
        int arm,
        Sex sex,
        OiType type,
        GenotypeClass genotype,
        int ageDays,
        double severity,
        int historyFractures,
        List<TrialEvent> runIn,
        double adherence,
        int lastDay,
        boolean completed,
        double[][] measured,
        double[][] truth,
        List<TrialEvent> events) {
    public PatientOutcome {
        runIn = List.copyOf(runIn);
        events = List.copyOf(events);
    }
}
