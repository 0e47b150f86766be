package org.lamella.clinic.cds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamella.care.rules.Topic;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.clinic.apply.PlanApplication;
import org.lamella.clinic.record.RecordReader;
import org.lamella.clinic.record.RecordResult;
import org.lamella.clinic.report.FhirR4;
import org.lamella.patient.Patient;

/** {@code PlanDefinition/$apply} on every example record and over HTTP; each answer passes the HL7 validator. */
class ApplyVerificationTest {
    private static final Path EXAMPLES =
            Path.of("").toAbsolutePath().getParent().resolve("examples");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static CdsServer server;

    @BeforeAll
    static void start() throws IOException {
        SiteConfiguration site = SiteConfiguration.defaults();
        server = CdsServer.start(
                new CdsService(site, () -> DAY),
                new ApplyService(site, () -> DAY),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyPlanOnEveryExampleIsValidAndAProposalWithoutADrugRequest() throws IOException {
        SiteConfiguration site = SiteConfiguration.load(EXAMPLES.resolve("demo-site.yaml"));
        PlanApplication application = new PlanApplication(site);
        TreeSet<String> seen = new TreeSet<>();
        for (Path example : examples()) {
            Patient patient = ((RecordResult.Understood) RecordReader.read(example, DAY)).patient();
            String json = ApplyService.json(application.apply(List.of(Topic.values()), patient, DAY));
            assertThat(FhirR4.errors(json)).as(example.toString()).isEmpty();
            assertThat(json).isEqualTo(ApplyService.json(application.apply(List.of(Topic.values()), patient, DAY)));
            JsonNode bundle = CdsJson.JSON.readTree(json);
            assertThat(texts(bundle, "resourceType"))
                    .containsOnly("Bundle", "CarePlan", "RequestGroup", "CommunicationRequest");
            assertThat(texts(bundle, "intent")).containsOnly("proposal");
            assertThat(texts(bundle, "status")).containsOnly("draft", "generated");
            everyReferenceLeadsSomewhere(bundle);
            seen.addAll(texts(bundle, "prefix"));
        }
        assertThat(seen).contains("STOP", "HOLD", "MISSING", "DUE", "OPTION", "INFORMATION", "GATE");
    }

    @Test
    void aHoldTakesTheRegimenAwayAndSaysWhy() throws IOException {
        SiteConfiguration site = SiteConfiguration.load(EXAMPLES.resolve("demo-site.yaml"));
        PlanApplication application = new PlanApplication(site);
        Patient low = ((RecordResult.Understood) RecordReader.read(EXAMPLES.resolve("girl-low-vitamin-d.json"), DAY))
                .patient();
        JsonNode held = CdsJson.JSON.readTree(ApplyService.json(application.apply(List.of(Topic.DOSING), low, DAY)));
        assertThat(texts(held, "title")).noneMatch(title -> title.startsWith("DOS-ZA-02"));
        assertThat(texts(held, "description"))
                .anySatisfy(said -> assertThat(said).contains("LAB-02 HOLD").contains("LAB-06 MISSING"));
        Patient girl = ((RecordResult.Understood)
                        RecordReader.read(EXAMPLES.resolve("girl-26-months-pamidronate.json"), DAY))
                .patient();
        JsonNode free = CdsJson.JSON.readTree(ApplyService.json(application.apply(List.of(Topic.DOSING), girl, DAY)));
        assertThat(texts(free, "title"))
                .as("otherwise the first half of this test would be hollow")
                .anyMatch(title -> title.matches("DOS-(PAM|NER)-0\\d .*"));
    }

    @Test
    void overHttpThePlanIsReadAndApplied() throws Exception {
        HttpResponse<String> plan = send("/fhir/PlanDefinition/lamella-laboratory", "GET", "", "application/json");
        assertThat(plan.statusCode()).isEqualTo(200);
        assertThat(plan.headers().firstValue("Content-Type")).contains("application/fhir+json");
        assertThat(FhirR4.errors(plan.body())).isEmpty();
        HttpResponse<String> applied = send(
                "/fhir/PlanDefinition/lamella-laboratory/$apply",
                "POST",
                request("girl-low-vitamin-d.json").toString(),
                "application/fhir+json");
        assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
        assertThat(texts(CdsJson.JSON.readTree(applied.body()), "title")).contains("LAB-02 Vitamin D gate");
    }

    @Test
    void badRequestsAreOperationOutcomes() throws Exception {
        String address = "/fhir/PlanDefinition/lamella-laboratory/$apply";
        ObjectNode good = request("girl-low-vitamin-d.json");
        ObjectNode other = good.deepCopy();
        ((ObjectNode) other.path("parameter").path(0)).put("valueString", "Patient/another");
        ObjectNode without = good.deepCopy();
        ((ArrayNode) without.get("parameter")).remove(1);
        for (String body :
                List.of("", "{", "[]", "{\"resourceType\": \"Patient\"}", other.toString(), without.toString())) {
            refused(send(address, "POST", body, "application/fhir+json"), 400);
        }
        refused(send(address, "POST", good.toString(), "text/plain"), 415);
        refused(send(address, "GET", "", "application/json"), 405);
        refused(send("/fhir/PlanDefinition/lamella-none/$apply", "POST", "{}", "application/json"), 404);
        refused(send("/fhir/Patient/1", "GET", "", "application/json"), 404);
    }

    private static void refused(HttpResponse<String> response, int status) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        JsonNode outcome = CdsJson.JSON.readTree(response.body());
        assertThat(outcome.path("resourceType").asText()).isEqualTo("OperationOutcome");
        assertThat(outcome.path("issue").path(0).path("diagnostics").asText()).contains("accepted is");
        assertThat(FhirR4.errors(response.body())).isEmpty();
    }

    private static ObjectNode request(String example) throws IOException {
        JsonNode record = CdsJson.JSON.readTree(Files.readString(EXAMPLES.resolve(example)));
        String id = "";
        for (JsonNode entry : record.path("entry")) {
            if (entry.path("resource").path("resourceType").asText().equals("Patient")) {
                id = entry.path("resource").path("id").asText();
            }
        }
        ObjectNode parameters = CdsJson.JSON.createObjectNode().put("resourceType", "Parameters");
        ArrayNode list = parameters.putArray("parameter");
        list.addObject().put("name", "subject").put("valueString", "Patient/" + id);
        list.addObject().put("name", "data").set("resource", record);
        return parameters;
    }

    private static HttpResponse<String> send(String path, String method, String body, String type)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", type)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(f -> f.toString().matches(".*\\.(json|yaml)") && !f.endsWith("demo-site.yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static void everyReferenceLeadsSomewhere(JsonNode bundle) {
        List<String> urls = texts(bundle, "fullUrl");
        assertThat(urls).doesNotHaveDuplicates();
        texts(bundle, "reference").stream()
                .filter(reference -> reference.startsWith("urn:"))
                .forEach(reference -> assertThat(urls).contains(reference));
    }

    private static List<String> texts(JsonNode node, String name) {
        List<String> found = new ArrayList<>();
        node.findValues(name).stream().filter(JsonNode::isTextual).forEach(v -> found.add(v.asText()));
        return found;
    }
}
