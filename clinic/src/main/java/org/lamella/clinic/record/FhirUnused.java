package org.lamella.clinic.record;

import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;

/** Lists the elements of a resource that carry information but that nobody reads. */
final class FhirUnused {
    /** Elements that administer a record and say nothing about the patient's bones; listed in the documentation. */
    static final Set<String> ADMINISTRATIVE = Set.of(
            "id",
            "meta",
            "implicitRules",
            "language",
            "text",
            "contained",
            "identifier",
            "status",
            "subject",
            "patient",
            "participant",
            "encounter",
            "context",
            "performer",
            "recorder",
            "asserter",
            "requester",
            "informationSource",
            "category",
            "issued",
            "recordedDate",
            "dateAsserted",
            "authoredOn",
            "created",
            "basedOn",
            "partOf");

    private FhirUnused() {}

    /** Notes each filled element that is neither administrative nor among those read. */
    static void list(FhirEntry entry, Set<String> read, Notes notes) {
        if (!entry.writtenOnlyWith(read, ADMINISTRATIVE)) {
            list(entry.at(), entry.resource(), read, notes);
        }
    }

    static void list(String at, Base element, Set<String> read, Notes notes) {
        for (Property property : element.children()) {
            String name = property.getName().replace("[x]", "");
            if (property.hasValues() && !read.contains(name) && !ADMINISTRATIVE.contains(name)) {
                notes.information(
                        Reason.NOT_USED,
                        at + "." + name,
                        "the element " + Sentences.quote(name) + " of " + element.fhirType(),
                        "",
                        "Lamella does not read it.");
            }
        }
    }
}
