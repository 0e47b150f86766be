package org.lamella.clinic.smart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests to a record system. Redirects are not followed, so that a token never leaves for another place. */
final class EhrHttp implements AutoCloseable {
    /** Largest answer that is read, in bytes. */
    static final int LARGEST = 30_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    /** JSON at an address that asks for no sign-in. */
    JsonNode open(URI address, String what) {
        return send(HttpRequest.newBuilder(address).header("Accept", "application/json"), what);
    }

    /** A FHIR resource that the token opens. */
    JsonNode fhir(URI address, String token, String what) {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Accept", "application/fhir+json")
                        .header("Authorization", "Bearer " + token),
                what);
    }

    /** Answer to a form. */
    JsonNode form(URI address, Map<String, String> fields, String what) {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Accept", "application/json")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(query(fields))),
                what);
    }

    /** Fields as the query of an address or the body of a form. */
    static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private JsonNode send(HttpRequest.Builder request, String what) {
        try {
            HttpResponse<InputStream> response =
                    client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new SmartFault(
                            SmartFault.BAD_GATEWAY,
                            "the record system answered " + response.statusCode() + " for " + what,
                            "ask those who run it whether this program may read it");
                }
                byte[] bytes = body.readNBytes(LARGEST + 1);
                if (bytes.length > LARGEST) {
                    throw new SmartFault(
                            SmartFault.BAD_GATEWAY,
                            "more than " + LARGEST + " bytes for " + what,
                            "the record is too large");
                }
                JsonNode node = JSON.readTree(bytes);
                if (node == null || !node.isObject()) {
                    throw notJson(what);
                }
                return node;
            }
        } catch (JsonProcessingException broken) {
            throw notJson(what);
        } catch (IOException unreachable) {
            throw new SmartFault(
                    SmartFault.BAD_GATEWAY,
                    "the record system could not be reached for " + what,
                    "ask those who run it, then launch again");
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new SmartFault(SmartFault.BUSY, "this program is being stopped", "launch again later");
        }
    }

    private static SmartFault notJson(String what) {
        return new SmartFault(
                SmartFault.BAD_GATEWAY,
                "the record system sent something that is not a JSON object for " + what,
                "ask those who run it");
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
