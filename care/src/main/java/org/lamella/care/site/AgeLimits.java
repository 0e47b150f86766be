package org.lamella.care.site;

import org.lamella.patient.measure.Age;

/**
 * How old, in days, a measurement may be before it no longer counts.
 *
 * @param weightUnder2Years body weight of a child under 2 years
 * @param weightFrom2Years body weight from 2 years
 * @param labsBeforeFirstInfusion laboratory set before the first infusion
 * @param labsBeforeLaterInfusions calcium, creatinine and vitamin D before later infusions
 * @param pregnancyTest pregnancy status after menarche
 * @param heightForEgfr height used in the eGFR of a growing child
 * @param dentalReview dental review before an intravenous bisphosphonate
 */
public record AgeLimits(
        Setting<Integer> weightUnder2Years,
        Setting<Integer> weightFrom2Years,
        Setting<Integer> labsBeforeFirstInfusion,
        Setting<Integer> labsBeforeLaterInfusions,
        Setting<Integer> pregnancyTest,
        Setting<Integer> heightForEgfr,
        Setting<Integer> dentalReview) {

    /** The weight limit for an age. */
    public Setting<Integer> weight(Age age) {
        return age.atLeastYears(2) ? weightFrom2Years : weightUnder2Years;
    }

    /** The limit for laboratory results, which is that of the first infusion until one was given. */
    public Setting<Integer> labs(boolean firstInfusion) {
        return firstInfusion ? labsBeforeFirstInfusion : labsBeforeLaterInfusions;
    }
}
