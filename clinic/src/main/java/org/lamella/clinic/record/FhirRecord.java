package org.lamella.clinic.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DeviceUseStatement;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/** Reads a FHIR R4 Bundle. The mapping is documented in {@code docs/reference/record-fhir.md}. */
final class FhirRecord {
    private static final Set<String> BEHIND_REFERENCES = Set.of("Medication", "Device");

    private FhirRecord() {}

    static RecordResult read(JsonNode root, LocalDate asOf) {
        return read(root, asOf, false);
    }

    /** As above; see {@link FhirBundle#parse(JsonNode, Notes, boolean)} for the last parameter. */
    static RecordResult read(JsonNode root, LocalDate asOf, boolean parserOnly) {
        Optional<InputFault> fault = FhirBundle.fault(root);
        if (fault.isPresent()) {
            return new RecordResult.Refused(List.of(fault.get()));
        }
        Notes notes = new Notes();
        FhirBundle bundle = FhirBundle.parse(root, notes, parserOnly);
        return switch (FhirPerson.find(bundle, asOf, notes)) {
            case FhirPerson.Nobody(List<InputFault> faults) -> new RecordResult.Refused(faults);
            case FhirPerson.Somebody(FhirEntry patient, RecordDraft draft) -> {
                FhirScope scope = FhirScope.of(draft, bundle);
                bundle.entries().stream()
                        .filter(entry -> !entry.resource().fhirType().equals("Patient"))
                        .filter(entry ->
                                !BEHIND_REFERENCES.contains(entry.resource().fhirType()))
                        .filter(entry -> belongs(entry, patient, notes))
                        .forEach(entry -> read(entry, scope));
                yield new RecordResult.Understood(draft.patient(), notes.list());
            }
        };
    }

    private static void read(FhirEntry entry, FhirScope scope) {
        switch (entry.resource()) {
            case Observation o -> new FhirObservations(scope).read(entry, o);
            case Condition c -> new FhirConditions(scope).read(entry, c);
            case MedicationAdministration m -> new FhirDoses(scope).read(entry, m);
            case MedicationStatement m -> new FhirCourses(scope).read(entry, m);
            case Procedure p -> new FhirProcedures(scope).read(entry, p);
            case DeviceUseStatement d -> new FhirRods(scope).read(entry, d);
            case DiagnosticReport r -> new FhirProcedures(scope).read(entry, r);
            case ServiceRequest s -> new FhirPlans(scope).read(entry, s);
            case Appointment a -> new FhirPlans(scope).read(entry, a);
            case AllergyIntolerance a -> new FhirAllergies(scope).read(entry, a);
            // Other types were noted when the bundle was opened.
            default -> {}
        }
    }

    private static boolean belongs(FhirEntry entry, FhirEntry patient, Notes notes) {
        List<Reference> subjects = subjects(entry.resource());
        if (subjects == null || subjects.stream().anyMatch(s -> patient.answersTo(text(s)))) {
            return true;
        }
        String found = subjects.isEmpty() || subjects.stream().allMatch(s -> text(s).isEmpty())
                ? "no subject"
                : "the subject " + Sentences.quote(text(subjects.getFirst()));
        notes.leftOut(
                Reason.OTHER_PERSON,
                entry.at(),
                "a " + entry.resource().fhirType() + " with " + found,
                "a reference to the patient of this bundle",
                "Entries that cannot be tied to the patient are never used.");
        return false;
    }

    private static String text(Reference reference) {
        return Optional.ofNullable(reference.getReference()).orElse("");
    }

    /** The people a resource speaks of, or null for a resource that Lamella does not read anyway. */
    private static @Nullable List<Reference> subjects(Resource resource) {
        return switch (resource) {
            case Observation o -> List.of(o.getSubject());
            case Condition c -> List.of(c.getSubject());
            case MedicationAdministration m -> List.of(m.getSubject());
            case MedicationStatement m -> List.of(m.getSubject());
            case Procedure p -> List.of(p.getSubject());
            case DeviceUseStatement d -> List.of(d.getSubject());
            case DiagnosticReport r -> List.of(r.getSubject());
            case ServiceRequest s -> List.of(s.getSubject());
            case AllergyIntolerance a -> List.of(a.getPatient());
            case Appointment a ->
                a.getParticipant().stream()
                        .map(Appointment.AppointmentParticipantComponent::getActor)
                        .toList();
            default -> null;
        };
    }
}
