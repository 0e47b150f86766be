package org.lamella.clinic.record;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.lamella.patient.Drug;
import org.lamella.patient.Route;

/** Drug and route of a medication resource. */
final class FhirMedications {
    private final FhirScope scope;

    FhirMedications(FhirScope scope) {
        this.scope = scope;
    }

    /** The drug, named by a code or by a Medication resource. */
    Optional<Drug> drug(FhirEntry entry, @Nullable Type medication) {
        return scope.codes()
                .needed(entry.at() + ".medication", code(entry, medication), Concept.Kind.DRUG)
                .flatMap(c -> Drugs.named(c.value()));
    }

    /** True when the drug is not understood and may be one for bone. */
    boolean mayActOnBone(FhirEntry entry, @Nullable Type medication) {
        return BoneDrugs.hinted(code(entry, medication));
    }

    private CodeableConcept code(FhirEntry entry, @Nullable Type medication) {
        return switch (medication) {
            case CodeableConcept c -> c;
            case Reference reference ->
                scope.bundle()
                        .find(reference, entry)
                        .map(FhirEntry::resource)
                        .filter(Medication.class::isInstance)
                        .map(m -> ((Medication) m).getCode())
                        .orElseGet(() -> new CodeableConcept()
                                .setText(Optional.ofNullable(reference.getDisplay())
                                        .orElse("a Medication that is not in the bundle")));
            case null, default -> new CodeableConcept();
        };
    }

    Route route(String at, @Nullable CodeableConcept route, Drug drug) {
        Optional<Route> known = route == null
                ? Optional.empty()
                : scope.codes()
                        .quiet(at + ".route", List.of(route), Concept.Kind.ROUTE)
                        .flatMap(c -> LamellaCodes.constant(Route.class, c.value()));
        if (known.isEmpty()) {
            scope.notes()
                    .caution(
                            Reason.UNKNOWN_CODE,
                            at + ".route",
                            drug + " by " + (route == null ? "no recorded route" : FhirCodes.shown(route)),
                            "a code for the route",
                            "The dose is kept with an unknown route.");
        }
        return known.orElse(Route.UNKNOWN);
    }
}
