package org.lamella.clinic.report;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Bundle;
import org.lamella.care.plan.Plan;
import org.lamella.clinic.report.fhir.PlanBundle;

/**
 * The plan as a FHIR R4 bundle of type collection: Patient (stub), Device (this software), CarePlan, RequestGroup with
 * the options that can be discussed, draft MedicationRequest for available options that carry a dose sheet and for no
 * other, RiskAssessment per forecast, DetectedIssue for what must stop or wait, GuidanceResponse for what is missing,
 * and Provenance with the sources. Identifiers and times follow from the plan alone.
 */
public final class PlanFhir {
    private PlanFhir() {}

    /** The bundle as JSON, ended by a line feed. */
    public static String render(Plan plan) {
        return FhirContext.forR4Cached()
                        .newJsonParser()
                        .setPrettyPrint(true)
                        .encodeResourceToString(bundle(plan))
                        .replace("\r\n", "\n")
                + "\n";
    }

    /** The bundle as resources. */
    public static Bundle bundle(Plan plan) {
        return PlanBundle.of(plan);
    }
}
