package org.lamella.clinic.cds;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.clinic.record.RecordReader;
import org.lamella.clinic.record.RecordResult;
import org.lamella.evidence.terminology.Terminology;
import org.lamella.patient.Drug;
import org.lamella.patient.Patient;

/** Answers requests of CDS Hooks 2.0 from what they carry: it fetches nothing and keeps nothing. */
public final class CdsService {
    private static final String DRUGS = "https://lamella.example.org/fhir/CodeSystem/drug";

    private final PathwayCards cards;
    private final Supplier<LocalDate> today;

    /**
     * @param site what the hospital decided
     * @param today the day of a request
     */
    public CdsService(SiteConfiguration site, Supplier<LocalDate> today) {
        this.cards = new PathwayCards(site);
        this.today = today;
    }

    /** Response of the service of a hook; throws {@link CdsFault} for a request that cannot be answered. */
    String answer(Hook hook, String body) {
        JsonNode request = object(body);
        String found = request.path("hook").asText();
        require(found.equals(hook.code()), "hook '" + shown(found) + "'", "hook '" + hook.code() + "' at this service");
        require(
                request.path("hookInstance").asText().matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
                "no hookInstance that is a UUID",
                "a UUID that names this call");
        JsonNode context = request.path("context");
        require(context.path("userId").isTextual(), "no context.userId", "a reference such as Practitioner/1");
        String patientId = context.path("patientId").asText();
        require(!patientId.isBlank(), "no context.patientId", "the id of the patient whose chart is open");
        if (hook.aboutOrders()) {
            require(
                    context.path("draftOrders").path("resourceType").asText().equals("Bundle"),
                    "no context.draftOrders",
                    "a Bundle with the draft orders");
            require(
                    hook == Hook.ORDER_SIGN || context.path("selections").isArray(),
                    "no context.selections",
                    "the list of references that order-select requires");
        }
        LocalDate day = today.get();
        Patient patient = patient(Prefetch.bundle(request, patientId).toString(), day);
        return CdsJson.response(
                hook.aboutOrders() ? orders(context, hook, patient, day) : cards.patientView(patient, day));
    }

    static JsonNode object(String body) {
        try {
            JsonNode node = CdsJson.JSON.readTree(body);
            require(node != null && node.isObject(), "no JSON object", "a CDS Hooks request");
            return node;
        } catch (JsonProcessingException broken) {
            throw new CdsFault(CdsFault.BAD_REQUEST, "text that is not JSON", "a CDS Hooks request in JSON");
        }
    }

    static void require(boolean met, String found, String accepted) {
        if (!met) {
            throw new CdsFault(CdsFault.BAD_REQUEST, found, accepted);
        }
    }

    private static String shown(String text) {
        return text.replaceAll("[^a-zA-Z-]", "")
                .substring(0, Math.min(40, text.replaceAll("[^a-zA-Z-]", "").length()));
    }

    static Patient patient(String bundle, LocalDate day) {
        return switch (RecordReader.parse(bundle, day)) {
            case RecordResult.Understood understood -> understood.patient();
            case RecordResult.Refused refused ->
                throw new CdsFault(
                        CdsFault.BAD_REQUEST,
                        "a record that cannot be used, because of "
                                + refused.faults().stream()
                                        .map(f -> f.location())
                                        .collect(Collectors.joining(", ")),
                        "a record as docs/reference/record-fhir.md describes");
        };
    }

    private List<CdsCard> orders(JsonNode context, Hook hook, Patient patient, LocalDate day) {
        List<String> selected = texts(context.path("selections"));
        List<CdsCard> answers = new ArrayList<>();
        JsonNode bundle = context.path("draftOrders");
        for (JsonNode entry : bundle.path("entry")) {
            JsonNode order = entry.path("resource");
            String reference = "MedicationRequest/" + order.path("id").asText();
            boolean asked = hook == Hook.ORDER_SIGN || selected.contains(reference);
            if (order.path("resourceType").asText().equals("MedicationRequest") && asked) {
                Optional<Drug> drug = drug(order, bundle);
                answers.addAll(
                        drug.isPresent()
                                ? cards.order(patient, day, drug.get(), order.has("id") ? reference : null)
                                : List.of(PathwayCards.notChecked(reference)));
            }
        }
        return answers;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The drug of an order by its codes, in the order, contained in it, or beside it in the bundle. */
    private static Optional<Drug> drug(JsonNode order, JsonNode bundle) {
        String reference = order.path("medicationReference").path("reference").asText();
        Stream<JsonNode> beside = StreamSupport.stream(bundle.path("entry").spliterator(), false)
                .map(entry -> entry.path("resource"))
                .filter(resource ->
                        reference.equals("Medication/" + resource.path("id").asText()));
        Stream<JsonNode> contained = StreamSupport.stream(
                        order.path("contained").spliterator(), false)
                .filter(resource -> reference.equals("#" + resource.path("id").asText()));
        return Stream.concat(
                        Stream.of(order.path("medicationCodeableConcept")),
                        Stream.concat(beside, contained).map(medication -> medication.path("code")))
                .flatMap(concept -> StreamSupport.stream(concept.path("coding").spliterator(), false))
                .map(coding -> Map.entry(
                        coding.path("system").asText(), coding.path("code").asText()))
                .flatMap(coding -> known(coding.getKey(), coding.getValue()).stream())
                .findFirst();
    }

    private static Optional<Drug> known(String system, String code) {
        return system.equals(DRUGS) && !code.isBlank()
                ? Optional.of(new Drug(code))
                : Terminology.standard().drugFor(system, code);
    }
}
