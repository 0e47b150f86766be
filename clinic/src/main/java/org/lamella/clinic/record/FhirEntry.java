package org.lamella.clinic.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/**
 * One resource of a bundle.
 *
 * @param at element path such as {@code Bundle.entry[7].resource}
 * @param fullUrl address under which other resources refer to it; empty when the bundle gives none
 * @param relative relative reference such as {@code Patient/4}; empty when the resource has no id
 * @param resource the parsed resource
 * @param json the resource as it was written; missing for a contained one
 */
record FhirEntry(String at, String fullUrl, String relative, Resource resource, JsonNode json) {
    /** Elements whose written name carries the type of their value, such as {@code valueQuantity}. */
    private static final Set<String> CHOICES =
            Set.of("value", "effective", "onset", "abatement", "performed", "occurrence");

    static FhirEntry of(String at, String fullUrl, Resource resource, JsonNode json) {
        String id = resource.getIdElement().getIdPart();
        return new FhirEntry(at, fullUrl, id == null ? "" : resource.fhirType() + "/" + id, resource, json);
    }

    static FhirEntry contained(String at, Resource resource) {
        return of(at, "", resource, MissingNode.getInstance());
    }

    boolean answersTo(String reference) {
        return !reference.isEmpty()
                && (reference.equals(fullUrl)
                        || reference.equals(relative)
                        || (!relative.isEmpty()
                                && reference.endsWith(relative)
                                && reference.charAt(reference.length() - relative.length() - 1) == '/'));
    }

    /** True when the resource was written with no other elements than these; false when that is not certain. */
    boolean writtenOnlyWith(Set<String> some, Set<String> others) {
        if (!json.isObject()) {
            return false;
        }
        for (var field : json.properties()) {
            String name = field.getKey();
            if (!name.equals("resourceType")
                    && !some.contains(name)
                    && !others.contains(name)
                    && !choiceOf(name, some)) {
                return false;
            }
        }
        return true;
    }

    private static boolean choiceOf(String name, Set<String> elements) {
        int length = 1;
        while (length < name.length() && !Character.isUpperCase(name.charAt(length))) {
            length++;
        }
        String stem = name.substring(0, length);
        return length < name.length() && CHOICES.contains(stem) && elements.contains(stem);
    }
}
