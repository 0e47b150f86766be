package org.lamella.clinic.record;

import org.hl7.fhir.r4.model.Resource;

/**
 * One resource of a bundle.
 *
 * @param at element path such as {@code Bundle.entry[7].resource}
 * @param fullUrl address under which other resources refer to it; empty when the bundle gives none
 * @param resource the parsed resource
 */
record FhirEntry(String at, String fullUrl, Resource resource) {
    /** Relative reference such as {@code Patient/4}; empty when the resource has no id. */
    String relative() {
        String id = resource.getIdElement().getIdPart();
        return id == null ? "" : resource.fhirType() + "/" + id;
    }

    boolean answersTo(String reference) {
        return !reference.isEmpty()
                && (reference.equals(fullUrl)
                        || reference.equals(relative())
                        || (!relative().isEmpty() && reference.endsWith("/" + relative())));
    }
}
