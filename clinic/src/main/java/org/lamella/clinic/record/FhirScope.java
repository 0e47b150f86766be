package org.lamella.clinic.record;

import java.util.Set;
import org.hl7.fhir.r4.model.DomainResource;
import org.jspecify.annotations.Nullable;

/** What every reader of FHIR resources needs: where to put things, and the readers of codes, dates and quantities. */
record FhirScope(
        RecordDraft draft,
        FhirBundle bundle,
        Notes notes,
        FhirCodes codes,
        FhirDates dates,
        FhirQuantities quantities,
        Amounts amounts) {

    static FhirScope of(RecordDraft draft, FhirBundle bundle) {
        Notes notes = draft.notes();
        return new FhirScope(
                draft,
                bundle,
                notes,
                new FhirCodes(notes),
                new FhirDates(notes),
                new FhirQuantities(notes),
                new Amounts(notes));
    }

    /** True when a resource counts by its status and has no modifier that Lamella does not know. */
    boolean counts(FhirEntry entry, @Nullable String status, Set<String> accepted) {
        if (entry.resource() instanceof DomainResource resource && resource.hasModifierExtension()) {
            notes.leftOut(
                    Reason.NOT_USED,
                    entry.at() + ".modifierExtension",
                    "a modifier extension that Lamella does not know",
                    "resources without modifier extensions",
                    "FHIR forbids to use a resource whose modifiers are not understood.");
            return false;
        }
        if (status == null || !accepted.contains(status)) {
            notes.leftOut(
                    Reason.NOT_FINAL,
                    entry.at() + ".status",
                    "a " + entry.resource().fhirType() + " with the status "
                            + Sentences.quote(String.valueOf(status == null ? "missing" : status)),
                    "one of " + String.join(", ", accepted.stream().sorted().toList()),
                    "");
            return false;
        }
        return true;
    }
}
