package org.lamella.clinic.smart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A record system for tests: discovery, authorisation and token endpoint of SMART App Launch 2, and a FHIR service with
 * the record of one example, two resources to a page. It holds the program to the protocol: wrong redirect, client,
 * audience, verifier or token is refused.
 */
final class MockEhr implements AutoCloseable {
    static final String CLIENT = "lamella-test";
    static final String TOKEN = "token-that-must-not-be-seen";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 2;

    final List<String> asked = new CopyOnWriteArrayList<>();
    String challengeMethods = "[\"S256\"]";
    String capabilities = "[\"launch-ehr\", \"client-public\", \"permission-v2\"]";
    String tokenType = "Bearer";
    String forbidden = "none";
    boolean namesPatient = true;
    String grantedScope = "";
    String nextPagesAt = "";
    String authorisationAt = "";

    private final HttpServer server;
    private final List<JsonNode> resources = new ArrayList<>();
    private final Map<String, Map<String, String>> codes = new LinkedHashMap<>();
    private String patientId = "";
    private final String redirect;

    MockEhr(Path example, String redirect) throws IOException {
        this.redirect = redirect;
        for (JsonNode entry : JSON.readTree(Files.readString(example)).path("entry")) {
            resources.add(entry.path("resource"));
            if (entry.path("resource").path("resourceType").asText().equals("Patient")) {
                patientId = entry.path("resource").path("id").asText();
            }
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String base() {
        return root() + "/fhir";
    }

    private String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String patientId() {
        return patientId;
    }

    /** What the browser does at the authorisation endpoint: signs in, and is sent back with a code. */
    URI signIn(URI authorisation) {
        Map<String, String> sent = fields(authorisation.getRawQuery());
        if (!sent.get("redirect_uri").equals(redirect)
                || !sent.get("client_id").equals(CLIENT)
                || !sent.get("aud").equals(base())
                || !sent.get("response_type").equals("code")
                || !sent.get("code_challenge_method").equals("S256")) {
            throw new IllegalStateException("authorisation request refused: " + sent);
        }
        String code = "code" + (codes.size() + 1);
        codes.put(code, sent);
        return URI.create(redirect + "?code=" + code + "&state=" + sent.get("state"));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            if (path.equals("/fhir/.well-known/smart-configuration")) {
                answer(
                        exchange,
                        200,
                        "{\"authorization_endpoint\": \""
                                + (authorisationAt.isEmpty() ? root() + "/authorize" : authorisationAt)
                                + "\", \"token_endpoint\": \"" + root()
                                + "/token\", \"code_challenge_methods_supported\": "
                                + challengeMethods + ", \"capabilities\": " + capabilities + "}");
            } else if (path.equals("/token")) {
                token(exchange);
            } else {
                fhir(exchange, path);
            }
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(sent.get("code"));
        boolean granted = asked != null
                && sent.get("grant_type").equals("authorization_code")
                && sent.get("redirect_uri").equals(redirect)
                && sent.get("client_id").equals(CLIENT)
                && Secrets.challenge(sent.get("code_verifier")).equals(asked.get("code_challenge"));
        if (!granted) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        ObjectNode answer = JSON.createObjectNode()
                .put("access_token", TOKEN)
                .put("token_type", tokenType)
                .put("expires_in", 300)
                .put("scope", grantedScope.isEmpty() ? asked.get("scope") : grantedScope);
        if (namesPatient) {
            answer.put("patient", patientId);
        }
        answer(exchange, 200, answer.toString());
    }

    private void fhir(HttpExchange exchange, String path) throws IOException {
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{}");
            return;
        }
        String type = path.replaceFirst("^/fhir/([A-Za-z]+).*", "$1");
        if (type.equals(forbidden)) {
            answer(exchange, 403, "{}");
            return;
        }
        if (path.equals("/fhir/Patient/" + patientId)) {
            answer(exchange, 200, of(Set.of("Patient")).getFirst().toString());
            return;
        }
        Map<String, String> query = fields(exchange.getRequestURI().getRawQuery());
        if (!patientId.equals(query.get("patient"))) {
            answer(exchange, 400, "{}");
            return;
        }
        List<JsonNode> found =
                of(type.equals("DeviceUseStatement") ? Set.of("DeviceUseStatement", "Device") : Set.of(type));
        int from = Integer.parseInt(query.getOrDefault("page", "0")) * PAGE;
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "searchset");
        ArrayNode links = bundle.putArray("link");
        if (from + PAGE < found.size()) {
            String at = nextPagesAt.isEmpty() ? base() : nextPagesAt;
            links.addObject()
                    .put("relation", "next")
                    .put("url", at + "/" + type + "?patient=" + patientId + "&page=" + (from / PAGE + 1));
        }
        ArrayNode entries = bundle.putArray("entry");
        found.subList(from, Math.min(found.size(), from + PAGE))
                .forEach(resource -> entries.addObject().set("resource", resource));
        answer(exchange, 200, bundle.toString());
    }

    private List<JsonNode> of(Set<String> types) {
        return resources.stream()
                .filter(r -> types.contains(r.path("resourceType").asText()))
                .toList();
    }

    /** Resources that a launch should read. */
    List<JsonNode> resources() {
        return List.copyOf(resources);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static Map<String, String> fields(String query) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : query.split("&")) {
            String[] parts = field.split("=", 2);
            fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
