package org.lamella.trial.protocol;

import java.util.List;
import org.lamella.bone.FractureSite;

/**
 * How the trial runs in practice.
 *
 * @param adherence how much of the treatment is taken
 * @param dropOut how many leave
 * @param fractures how fractures are found and confirmed
 */
public record Conduct(Adherence adherence, DropOut dropOut, Adjudication fractures) {
    /**
     * How much of the treatment is taken.
     *
     * @param mean mean share of daily doses taken, above 0 up to 1
     * @param betweenPatientSd standard deviation of that share between patients, on the logit scale
     * @param missedCycles probability that an infusion or injection is missed
     */
    public record Adherence(double mean, double betweenPatientSd, double missedCycles) {}

    /**
     * How many leave.
     *
     * @param perYear hazard of leaving, per year
     * @param perYearAfterFracture added hazard in the year after a confirmed fracture
     */
    public record DropOut(double perYear, double perYearAfterFracture) {}

    /**
     * How fractures are found and confirmed.
     *
     * @param detected probability that a true fracture outside the spine is noticed and confirmed
     * @param vertebralDetected probability that a vertebral fracture is noticed
     * @param falsePerYear false positives that pass, per patient-year
     * @param notCounted sites whose fractures the committee does not count
     */
    public record Adjudication(
            double detected, double vertebralDetected, double falsePerYear, List<FractureSite> notCounted) {
        public Adjudication {
            notCounted = List.copyOf(notCounted);
        }
    }
}
