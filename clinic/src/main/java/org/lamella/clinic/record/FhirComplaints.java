package org.lamella.clinic.record;

import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what the FHIR parser objects to in one resource, instead of logging it. */
final class FhirComplaints implements IParserErrorHandler {
    private record Complaint(String element, String found, String accepted) {}

    private final List<Complaint> complaints = new ArrayList<>();

    /** Moves the complaints into the notes, as belonging to a resource. */
    void moveTo(Notes notes, String at) {
        for (Complaint c : complaints) {
            notes.leftOut(
                    Reason.NOT_FHIR,
                    c.element().isEmpty() ? at : at + " (" + c.element() + ")",
                    c.found(),
                    c.accepted(),
                    "What is not valid FHIR R4 is not read.");
        }
        complaints.clear();
    }

    private void add(@Nullable IParseLocation at, String found, String accepted) {
        String parent = at == null ? null : at.getParentElementName();
        complaints.add(new Complaint(parent == null ? "" : parent, found, accepted));
    }

    @Override
    public void unknownElement(IParseLocation at, String name) {
        add(at, "the element " + Sentences.quote(name), "an element that FHIR R4 defines here");
    }

    @Override
    public void unknownAttribute(IParseLocation at, String name) {
        add(at, "the attribute " + Sentences.quote(name), "an attribute that FHIR R4 defines here");
    }

    @Override
    public void invalidValue(IParseLocation at, String value, String error) {
        add(at, "the value " + Sentences.quote(String.valueOf(value)), "a value of the element's FHIR type");
    }

    @Override
    public void incorrectJsonType(
            IParseLocation at,
            String name,
            ValueType expected,
            ScalarType expectedScalar,
            ValueType found,
            ScalarType foundScalar) {
        add(
                at,
                Sentences.quote(name) + " as " + shape(found, foundScalar),
                Sentences.quote(name) + " as " + shape(expected, expectedScalar));
    }

    private static String shape(@Nullable ValueType value, @Nullable ScalarType scalar) {
        return String.valueOf(scalar == null ? value : scalar).toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public void unexpectedRepeatingElement(IParseLocation at, String name) {
        add(at, "several " + Sentences.quote(name), "one");
    }

    @Override
    public void missingRequiredElement(IParseLocation at, String name) {
        // Rules of FHIR profiles are not checked on reading; what Lamella needs and does not find, it notes itself.
    }

    @Override
    public void unknownReference(IParseLocation at, String reference) {
        add(at, "the reference " + Sentences.quote(String.valueOf(reference)), "a reference that can be followed");
    }

    @Override
    public void invalidInternalReference(IParseLocation at, String reference) {
        add(at, "the reference " + Sentences.quote(String.valueOf(reference)), "a contained resource of that name");
    }

    @Override
    public void containedResourceWithNoId(IParseLocation at) {
        add(at, "a contained resource without an id", "a contained resource with an id");
    }

    @Override
    public void extensionContainsValueAndNestedExtensions(IParseLocation at) {
        add(at, "an extension with both a value and extensions", "one of the two");
    }
}
