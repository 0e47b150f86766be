package org.lamella.care.rules.cql;

import java.util.Locale;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.lamella.patient.Patient;

/** A patient as a FHIR R4 bundle that any engine can read with the libraries of the pathway. */
public final class ChartBundle {
    private ChartBundle() {}

    /** A collection bundle in which each resource has an id, a subject and a status. */
    public static Bundle of(Patient patient) {
        PatientChart chart = new PatientChart(patient);
        Reference subject = new Reference("Patient/" + patient.id());
        Bundle bundle = new Bundle();
        bundle.setType(Bundle.BundleType.COLLECTION);
        int number = 0;
        for (Resource resource : chart.all()) {
            if (!resource.hasId()) {
                number++;
                resource.setId(resource.fhirType().toLowerCase(Locale.ROOT) + "-" + number);
            }
            complete(resource, subject);
            bundle.addEntry()
                    .setFullUrl(PathwayContent.BASE + resource.fhirType() + "/" + resource.getIdPart())
                    .setResource(resource);
        }
        return bundle;
    }

    private static void complete(Resource resource, Reference subject) {
        switch (resource) {
            case Observation o -> o.setSubject(subject);
            case Condition c -> {
                c.setSubject(subject);
                c.setClinicalStatus(new CodeableConcept(
                        new Coding("http://terminology.hl7.org/CodeSystem/condition-clinical", "active", null)));
            }
            case MedicationAdministration m ->
                m.setSubject(subject).setStatus(MedicationAdministration.MedicationAdministrationStatus.COMPLETED);
            case MedicationStatement m ->
                m.setSubject(subject)
                        .setStatus(
                                m.getEffectivePeriod().hasEnd()
                                        ? MedicationStatement.MedicationStatementStatus.COMPLETED
                                        : MedicationStatement.MedicationStatementStatus.ACTIVE);
            case Procedure p -> p.setSubject(subject).setStatus(Procedure.ProcedureStatus.COMPLETED);
            case ServiceRequest r ->
                r.setSubject(subject)
                        .setStatus(ServiceRequest.ServiceRequestStatus.ACTIVE)
                        .setIntent(ServiceRequest.ServiceRequestIntent.PLAN);
            default -> {
                // Patient, Device and DeviceUseStatement are complete.
            }
        }
    }
}
