package org.lamella.clinic.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.lamella.patient.Sex;

/** Finds the one patient of a bundle. */
sealed interface FhirPerson {
    record Somebody(FhirEntry entry, RecordDraft draft) implements FhirPerson {}

    record Nobody(List<InputFault> faults) implements FhirPerson {}

    static FhirPerson find(FhirBundle bundle, LocalDate asOf, Notes notes) {
        List<FhirEntry> patients = bundle.entries().stream()
                .filter(entry -> entry.resource() instanceof Patient)
                .toList();
        if (patients.isEmpty()) {
            return new Nobody(List.of(new InputFault(
                    Reason.NO_PATIENT,
                    "Bundle.entry",
                    bundle.entries().size() + " entries without a Patient that can be read",
                    "one Patient resource",
                    "Include the Patient when exporting (for a search: _include or $everything).")));
        }
        FhirEntry first = patients.getFirst();
        for (FhirEntry other : patients.subList(1, patients.size())) {
            if (!other.resource().equalsDeep(first.resource())) {
                return new Nobody(List.of(new InputFault(
                        Reason.SEVERAL_PATIENTS,
                        other.at(),
                        patients.size() + " patients: " + name(first) + " and " + name(other),
                        "one patient",
                        "Make one Bundle for each patient.")));
            }
            notes.information(Reason.DUPLICATE, other.at(), "the same Patient again", "one", "");
        }
        return checked(first, (Patient) first.resource(), asOf, notes);
    }

    private static String name(FhirEntry entry) {
        return Sentences.quote(entry.relative().isEmpty() ? entry.at() : entry.relative());
    }

    private static FhirPerson checked(FhirEntry entry, Patient patient, LocalDate asOf, Notes notes) {
        List<InputFault> faults = new ArrayList<>();
        Optional<LocalDate> birth = PersonChecks.birth(
                entry.at() + ".birthDate", patient.getBirthDateElement().getValueAsString(), asOf, faults);
        Optional<Sex> sex = sex(entry.at() + ".gender", patient, faults);
        if (birth.isEmpty() || sex.isEmpty()) {
            return new Nobody(List.copyOf(faults));
        }
        if (patient.hasDeceased() && !"false".equals(patient.getDeceased().primitiveValue())) {
            notes.caution(Reason.IMPLAUSIBLE, entry.at() + ".deceased", "a patient recorded as deceased", "", "");
        }
        FhirUnused.list(
                entry,
                Set.of(
                        "birthDate",
                        "gender",
                        "deceased",
                        "active",
                        "name",
                        "telecom",
                        "address",
                        "contact",
                        "communication",
                        "generalPractitioner",
                        "managingOrganization",
                        "maritalStatus",
                        "photo"),
                notes);
        String id = entry.resource().getIdElement().getIdPart();
        String known = id == null || id.isBlank() ? "patient" : id;
        return new Somebody(entry, new RecordDraft(known, sex.get(), birth.get(), asOf, notes));
    }

    private static Optional<Sex> sex(String at, Patient patient, List<InputFault> faults) {
        AdministrativeGender gender = patient.getGender();
        if (gender == AdministrativeGender.FEMALE || gender == AdministrativeGender.MALE) {
            return Optional.of(gender == AdministrativeGender.FEMALE ? Sex.FEMALE : Sex.MALE);
        }
        faults.add(PersonChecks.noSex(at, gender == null ? "nothing" : Sentences.quote(gender.toCode())));
        return Optional.empty();
    }
}
