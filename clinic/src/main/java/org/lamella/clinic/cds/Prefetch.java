package org.lamella.clinic.cds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a client sends along. All of it is needed: a part left out would read as a fact that does not exist. */
final class Prefetch {
    /** Query templates by key. */
    static final Map<String, String> TEMPLATES = templates();

    private Prefetch() {}

    private static Map<String, String> templates() {
        Map<String, String> templates = new LinkedHashMap<>();
        templates.put("patient", "Patient/{{context.patientId}}");
        for (String type : List.of(
                "Condition",
                "Observation",
                "MedicationAdministration",
                "MedicationStatement",
                "Procedure",
                "ServiceRequest",
                "DiagnosticReport")) {
            templates.put(
                    Character.toLowerCase(type.charAt(0)) + type.substring(1) + "s",
                    type + "?patient={{context.patientId}}");
        }
        templates.put(
                "deviceUseStatements",
                "DeviceUseStatement?patient={{context.patientId}}&_include=DeviceUseStatement:device");
        return templates;
    }

    /** One bundle of everything sent; throws when a part is missing or is not what its template asks for. */
    static ObjectNode bundle(JsonNode request, String patientId) {
        JsonNode prefetch = request.path("prefetch");
        List<String> absent =
                TEMPLATES.keySet().stream().filter(key -> !prefetch.has(key)).toList();
        if (!absent.isEmpty() || prefetch.path("patient").isNull()) {
            throw new CdsFault(
                    CdsFault.PRECONDITION_FAILED,
                    "prefetch without " + (absent.isEmpty() ? "patient" : String.join(", ", absent)),
                    "every key of the discovery document; a search that found nothing is an empty Bundle or null");
        }
        ObjectNode bundle = CdsJson.JSON.createObjectNode();
        bundle.put("resourceType", "Bundle").put("type", "collection");
        ArrayNode entries = bundle.putArray("entry");
        TEMPLATES.keySet().forEach(key -> add(entries, key, prefetch.get(key)));
        String sent = prefetch.path("patient").path("id").asText();
        if (!sent.equals(patientId)) {
            throw new CdsFault(
                    CdsFault.BAD_REQUEST,
                    "a prefetched Patient whose id is not context.patientId",
                    "the Patient that the context names");
        }
        return bundle;
    }

    private static void add(ArrayNode entries, String key, JsonNode part) {
        String type = part.path("resourceType").asText();
        if (part.isNull()) {
            return;
        }
        if (type.equals("Bundle") && !key.equals("patient")) {
            if (morePages(part)) {
                throw new CdsFault(
                        CdsFault.PRECONDITION_FAILED,
                        "prefetch '" + key + "' with further pages",
                        "all pages in one Bundle; what is not sent would read as absent");
            }
            part.path("entry").forEach(entries::add);
        } else if (type.equals("Patient") && key.equals("patient")) {
            entries.addObject().set("resource", part);
        } else {
            throw new CdsFault(
                    CdsFault.BAD_REQUEST,
                    "prefetch '" + key + "' of type '" + (type.isEmpty() ? "none" : type) + "'",
                    key.equals("patient") ? "a Patient" : "a Bundle, or null when nothing was found");
        }
    }

    private static boolean morePages(JsonNode bundle) {
        for (JsonNode link : bundle.path("link")) {
            if (link.path("relation").asText().equals("next")) {
                return true;
            }
        }
        return false;
    }
}
