package org.lamella.clinic.record;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IJsonLikeParser;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.json.jackson.JacksonStructure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResourceType;

/**
 * The resources of a FHIR R4 Bundle. Each is parsed by itself, so that one broken resource costs only itself and every
 * complaint knows its entry.
 */
final class FhirBundle {
    private static final Set<String> TYPES = Set.of("collection", "searchset", "transaction", "batch", "document");

    /** Types of resources that are read, or looked up when another one refers to them. */
    private static final Set<String> READ = Set.of(
            "Patient",
            "Observation",
            "Condition",
            "MedicationAdministration",
            "MedicationStatement",
            "Procedure",
            "DeviceUseStatement",
            "DiagnosticReport",
            "ServiceRequest",
            "Appointment",
            "AllergyIntolerance",
            "Medication",
            "Device");

    /** Every type of resource of FHIR R4. */
    static final Set<String> DEFINED =
            Stream.of(ResourceType.values()).map(ResourceType::name).collect(Collectors.toUnmodifiableSet());

    /** Made on first use, since it takes more than a second until the parser has read a resource of each type. */
    private static final class Context {
        private static final FhirContext R4 = FhirContext.forR4Cached();
    }

    private final Notes notes;
    private final boolean parserOnly;
    private final List<FhirEntry> entries = new ArrayList<>();
    private boolean severalPatients;

    private FhirBundle(Notes notes, boolean parserOnly) {
        this.notes = notes;
        this.parserOnly = parserOnly;
    }

    List<FhirEntry> entries() {
        return List.copyOf(entries);
    }

    /** The resource that a reference means, if it is in the bundle or contained. */
    Optional<FhirEntry> find(Reference reference, FhirEntry from) {
        if (reference.getResource() instanceof Resource contained) {
            return Optional.of(FhirEntry.contained(from.at() + ".contained", contained));
        }
        String target = Optional.ofNullable(reference.getReference()).orElse("");
        return entries.stream().filter(entry -> entry.answersTo(target)).findFirst();
    }

    /** What is wrong with the bundle as a whole, if anything. */
    static Optional<InputFault> fault(JsonNode root) {
        String type = root.path("resourceType").asText("");
        if (!type.equals("Bundle")) {
            return Optional.of(new InputFault(
                    Reason.NOT_A_RECORD,
                    "resourceType",
                    type.isEmpty()
                            ? "JSON without a resourceType"
                            : "a single FHIR resource of type " + Sentences.quote(type),
                    "a FHIR R4 Bundle, or a plain record that begins with lamella-record",
                    "Export the patient with observations, conditions, procedures and medication as one Bundle."));
        }
        String bundleType = root.path("type").asText("");
        if (!bundleType.isEmpty() && !TYPES.contains(bundleType)) {
            return Optional.of(new InputFault(
                    Reason.NOT_A_RECORD,
                    "Bundle.type",
                    Sentences.quote(bundleType),
                    "collection, searchset, transaction, batch or document",
                    ""));
        }
        if (!root.path("entry").isArray() || root.path("entry").isEmpty()) {
            return Optional.of(new InputFault(
                    Reason.EMPTY_RECORD,
                    "Bundle.entry",
                    "no entries",
                    "a Bundle with one Patient and their observations, conditions, procedures and medication",
                    "A search without a match gives such a Bundle; check which patient was asked for."));
        }
        return Optional.empty();
    }

    static FhirBundle parse(JsonNode root, Notes notes) {
        return parse(root, notes, false);
    }

    /**
     * As above.
     *
     * @param parserOnly true to have every resource read by the FHIR parser, also the plainly written ones
     */
    static FhirBundle parse(JsonNode root, Notes notes, boolean parserOnly) {
        FhirBundle bundle = new FhirBundle(notes, parserOnly);
        bundle.severalPatients = patients(root) > 1;
        int i = 0;
        for (JsonNode entry : root.path("entry")) {
            bundle.add("Bundle.entry[" + i++ + "]", entry);
        }
        for (JsonNode link : root.path("link")) {
            if (link.path("relation").asText("").equals("next")) {
                notes.caution(
                        Reason.NOT_USED,
                        "Bundle.link",
                        "the first page of a longer search result",
                        "all pages in one Bundle",
                        "What stands on the other pages is missing here; export without paging.");
            }
        }
        return bundle;
    }

    private static int patients(JsonNode root) {
        int patients = 0;
        for (JsonNode entry : root.path("entry")) {
            patients += type(entry.path("resource")).equals("Patient") ? 1 : 0;
        }
        return patients;
    }

    private static String type(JsonNode resource) {
        String type = resource.path("resourceType").textValue();
        return type == null ? "" : type;
    }

    private void add(String at, JsonNode entry) {
        JsonNode json = entry.path("resource");
        if (entry.path("request").path("method").asText("").equals("DELETE")) {
            notes.information(Reason.NOT_USED, at, "a request to delete a resource", "", "");
        } else if (!(json instanceof ObjectNode object)) {
            notes.leftOut(Reason.NOT_FHIR, at, "an entry without a resource", "an entry with a resource", "");
        } else if (unread(object)) {
            notes.information(
                    Reason.NOT_USED,
                    at + ".resource",
                    "a resource of type " + Sentences.quote(type(object)),
                    "Patient, Observation, Condition, MedicationAdministration, MedicationStatement, Procedure,"
                            + " DeviceUseStatement, DiagnosticReport, ServiceRequest or Appointment",
                    "Lamella does not read it.");
        } else {
            resource(at + ".resource", object)
                    .ifPresent(r -> entries.add(
                            FhirEntry.of(at + ".resource", entry.path("fullUrl").asText(""), r, object)));
        }
    }

    /** True for a resource of a type of FHIR R4 that Lamella never looks into, so that it need not be parsed. */
    private static boolean unread(ObjectNode json) {
        return !READ.contains(type(json)) && DEFINED.contains(type(json));
    }

    private Optional<Resource> resource(String at, ObjectNode json) {
        // Several patients are compared in every element, so each of them is read in full.
        boolean parser = parserOnly || (severalPatients && type(json).equals("Patient"));
        Optional<Resource> direct = parser ? Optional.empty() : DirectResources.read(json);
        return direct.isPresent() ? direct : parsed(at, json);
    }

    // The parser throws various unchecked exceptions for odd input; for a record all mean the same: not FHIR.
    private Optional<Resource> parsed(String at, ObjectNode json) {
        FhirComplaints complaints = new FhirComplaints();
        IParser parser = Context.R4.newJsonParser();
        parser.setParserErrorHandler(complaints);
        try {
            // The tree that was read already, so that nothing is written out and read again.
            JacksonStructure tree = new JacksonStructure();
            tree.setNativeObject(json);
            IBaseResource parsed = ((IJsonLikeParser) parser).parseResource(tree);
            complaints.moveTo(notes, at);
            return parsed instanceof Resource resource ? Optional.of(resource) : Optional.empty();
        } catch (RuntimeException e) {
            complaints.moveTo(notes, at);
            notes.leftOut(
                    Reason.NOT_FHIR,
                    at,
                    "a resource of type "
                            + Sentences.quote(json.path("resourceType").asText("unknown"))
                            + " that the FHIR parser cannot read",
                    "a FHIR R4 resource",
                    "Validate it with the FHIR validator of the sending system.");
            return Optional.empty();
        }
    }
}
