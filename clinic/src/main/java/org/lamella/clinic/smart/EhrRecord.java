package org.lamella.clinic.smart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reads the whole record of one patient from a FHIR service, every page of it, or nothing. */
final class EhrRecord {
    /** More pages than this for one kind of resource are refused. */
    static final int MOST_PAGES = 200;

    private final EhrHttp http;
    private final URI base;
    private final String token;
    private final ArrayNode entries = JsonNodeFactory.instance.arrayNode();

    private EhrRecord(EhrHttp http, URI base, String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    /** A Bundle of type collection with the patient and everything that refers to it. */
    static String read(EhrHttp http, URI base, String token, String patientId) {
        return new EhrRecord(http, base, token).bundle(patientId);
    }

    private String bundle(String patientId) {
        JsonNode patient = http.fhir(URI.create(base + "/Patient/" + patientId), token, "the Patient");
        if (!patient.path("resourceType").asText().equals("Patient")
                || !patient.path("id").asText().equals(patientId)) {
            throw new SmartFault(
                    SmartFault.BAD_GATEWAY,
                    "the record system sent another resource for the Patient",
                    "ask those who run it");
        }
        entries.addObject().set("resource", patient);
        for (String type : SmartScopes.SEARCHED) {
            String include = type.equals("DeviceUseStatement") ? "&_include=DeviceUseStatement:device" : "";
            search(type, URI.create(base + "/" + type + "?patient=" + patientId + include));
        }
        ObjectNode bundle = JsonNodeFactory.instance.objectNode();
        bundle.put("resourceType", "Bundle").put("type", "collection").set("entry", entries);
        return bundle.toString();
    }

    private void search(String type, URI first) {
        Optional<URI> page = Optional.of(first);
        for (int pages = 0; page.isPresent(); pages++) {
            if (pages == MOST_PAGES) {
                throw new SmartFault(
                        SmartFault.BAD_GATEWAY,
                        "more than " + MOST_PAGES + " pages of " + type,
                        "a part of the record alone is not used");
            }
            JsonNode bundle = http.fhir(page.get(), token, type);
            if (!bundle.path("resourceType").asText().equals("Bundle")) {
                throw new SmartFault(
                        SmartFault.BAD_GATEWAY,
                        "the record system sent no Bundle for " + type,
                        "a part of the record alone is not used");
            }
            bundle.path("entry").forEach(entry -> take(type, entry.path("resource")));
            page = next(type, bundle);
        }
    }

    private void take(String type, JsonNode resource) {
        if (!resource.path("resourceType").asText().equals("OperationOutcome")) {
            entries.addObject().set("resource", resource);
            return;
        }
        boolean failed = StreamSupport.stream(resource.path("issue").spliterator(), false)
                .map(issue -> issue.path("severity").asText())
                .anyMatch(severity -> severity.equals("error") || severity.equals("fatal"));
        if (failed) {
            throw new SmartFault(
                    SmartFault.BAD_GATEWAY,
                    "the record system reports an error while searching " + type,
                    "a part of the record alone is not used");
        }
    }

    /** The next page; a link to another place is refused, because the token would go there. */
    private Optional<URI> next(String type, JsonNode bundle) {
        Optional<String> link = StreamSupport.stream(bundle.path("link").spliterator(), false)
                .filter(l -> l.path("relation").asText().equals("next"))
                .map(l -> l.path("url").asText())
                .findFirst();
        if (link.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(base + "/").resolve(new URI(link.get())).normalize();
            boolean same = base.getScheme().equals(address.getScheme())
                    && base.getRawAuthority().equals(address.getRawAuthority())
                    && (address.getPath().equals(base.getPath())
                            || address.getPath().startsWith(base.getPath() + "/"));
            if (same) {
                return Optional.of(address);
            }
        } catch (URISyntaxException | IllegalArgumentException wrong) {
            // Told below.
        }
        throw new SmartFault(
                SmartFault.BAD_GATEWAY,
                "the next page of " + type + " lies outside the record system",
                "its token is sent nowhere else");
    }
}
