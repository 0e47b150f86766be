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
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamella.care.site.SiteConfiguration;

/** Real requests over HTTP to the service, and the rules of CDS Hooks 2.0 for every card that comes back. */
class CdsHooksVerificationTest {
    private static final Path EXAMPLES =
            Path.of("").toAbsolutePath().getParent().resolve("examples");
    private static final List<String> INDICATORS = List.of("critical", "warning", "info");
    private static CdsServer server;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        server = CdsServer.start(
                new CdsService(SiteConfiguration.defaults(), () -> LocalDate.of(2026, 11, 1)),
                new ApplyService(SiteConfiguration.defaults(), () -> LocalDate.of(2026, 11, 1)),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> send(String path, String method, String body, String type)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", type)
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(Hook hook, String body) throws IOException, InterruptedException {
        return send("/cds-services/" + hook.serviceId(), "POST", body, "application/json");
    }

    private static ObjectNode request(String example, Hook hook) throws IOException {
        JsonNode record = CdsJson.JSON.readTree(Files.readString(EXAMPLES.resolve(example)));
        ObjectNode request = CdsJson.JSON.createObjectNode();
        request.put("hook", hook.code()).put("hookInstance", "d1577c69-dfbe-44ad-ba6d-3e05e953b2ea");
        ObjectNode prefetch = request.putObject("prefetch");
        Prefetch.TEMPLATES.keySet().forEach(prefetch::putNull);
        ObjectNode rest =
                prefetch.putObject("observations").put("resourceType", "Bundle").put("type", "searchset");
        ArrayNode entries = rest.putArray("entry");
        String id = "";
        for (JsonNode entry : record.path("entry")) {
            if (entry.path("resource").path("resourceType").asText().equals("Patient")) {
                prefetch.set("patient", entry.path("resource"));
                id = entry.path("resource").path("id").asText();
            } else {
                entries.add(entry);
            }
        }
        request.putObject("context").put("userId", "Practitioner/1").put("patientId", id);
        return request;
    }

    private static ObjectNode order(String example, Hook hook, String system, String code) throws IOException {
        ObjectNode request = request(example, hook);
        ObjectNode context = (ObjectNode) request.get("context");
        context.putArray("selections").add("MedicationRequest/draft-1");
        ObjectNode order = context.putObject("draftOrders")
                .put("resourceType", "Bundle")
                .put("type", "collection")
                .putArray("entry")
                .addObject()
                .putObject("resource");
        order.put("resourceType", "MedicationRequest").put("id", "draft-1").put("status", "draft");
        order.putObject("medicationCodeableConcept")
                .putArray("coding")
                .addObject()
                .put("system", system)
                .put("code", code);
        return request;
    }

    private static JsonNode cards(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        JsonNode cards = CdsJson.JSON.readTree(response.body()).get("cards");
        assertThat(cards.isArray()).isTrue();
        for (JsonNode card : cards) {
            assertThat(card.path("summary").asText()).isNotBlank().hasSizeLessThan(140);
            assertThat(card.path("indicator").asText()).isIn(INDICATORS);
            assertThat(card.path("source").path("label").asText()).isNotBlank();
            assertThat(card.path("uuid").asText()).matches("[0-9a-f-]{36}");
            card.path("links").forEach(link -> {
                assertThat(link.path("label").asText()).isNotBlank();
                assertThat(link.path("url").asText()).startsWith("http");
                assertThat(link.path("type").asText()).isEqualTo("absolute");
            });
            assertThat(card.path("indicator").asText().equals("critical")).isEqualTo(card.has("overrideReasons"));
            assertThat(card.has("suggestions")).isEqualTo(card.has("selectionBehavior"));
            card.path("overrideReasons").forEach(reason -> {
                assertThat(reason.path("code").asText()).isNotBlank();
                assertThat(reason.path("display").asText()).isNotBlank();
            });
        }
        return cards;
    }

    @Test
    void theDiscoveryDocumentNamesThreeServicesWithPrefetch() throws Exception {
        HttpResponse<String> response = send("/cds-services", "GET", "", "application/json");
        JsonNode services = CdsJson.JSON.readTree(response.body()).get("services");
        assertThat(services).hasSize(3);
        for (JsonNode service : services) {
            assertThat(service.path("hook").asText()).isIn("patient-view", "order-select", "order-sign");
            assertThat(service.path("id").asText()).isNotBlank();
            assertThat(service.path("description").asText()).contains("never an order");
            assertThat(service.path("prefetch").path("patient").asText()).isEqualTo("Patient/{{context.patientId}}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "toddler-bowed-femora.json",
                "girl-low-vitamin-d.json",
                "teenager-type-iv-zoledronate.json",
                "adult-type-i.json",
                "boy-gaps-and-odd-units.json",
                "newborn-type-iii.json"
            })
    void openingAChartGivesCardsHeaviestFirst(String example) throws Exception {
        JsonNode cards = cards(
                post(Hook.PATIENT_VIEW, request(example, Hook.PATIENT_VIEW).toString()));
        assertThat(cards.size()).isBetween(1, PathwayCards.MOST + 1);
        int heaviest = 0;
        for (JsonNode card : cards) {
            int weight = INDICATORS.indexOf(card.path("indicator").asText());
            assertThat(weight).isGreaterThanOrEqualTo(heaviest);
            heaviest = weight;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ORDER_SIGN", "ORDER_SELECT"})
    void aBisphosphonateWithLowVitaminDIsWarnedOf(Hook hook) throws Exception {
        ObjectNode request = order("girl-low-vitamin-d.json", hook, "http://www.whocc.no/atc", "M05BA08");
        JsonNode cards = cards(post(hook, request.toString()));
        assertThat(cards).anySatisfy(card -> {
            assertThat(card.path("detail").asText().toLowerCase(Locale.ROOT)).contains("vitamin");
            assertThat(card.path("indicator").asText()).isIn("warning", "critical");
        });
    }

    @Test
    void aHardStopIsCriticalWithReasonsAndAnOfferToWithdraw() throws Exception {
        ObjectNode request = order("girl-low-vitamin-d.json", Hook.ORDER_SIGN, "http://www.whocc.no/atc", "M05BX04");
        JsonNode cards = cards(post(Hook.ORDER_SIGN, request.toString()));
        JsonNode first = cards.get(0);
        assertThat(first.path("indicator").asText()).isEqualTo("critical");
        assertThat(first.path("summary").asText()).contains("denosumab");
        JsonNode action = first.path("suggestions").path(0).path("actions").path(0);
        assertThat(action.path("type").asText()).isEqualTo("delete");
        assertThat(action.path("resourceId").asText()).isEqualTo("MedicationRequest/draft-1");
    }

    @Test
    void anUnknownMedicationIsSaidToBeUnchecked() throws Exception {
        ObjectNode request = order("adult-type-i.json", Hook.ORDER_SIGN, "http://example.org/local", "X1");
        JsonNode cards = cards(post(Hook.ORDER_SIGN, request.toString()));
        assertThat(cards.get(0).path("summary").asText()).startsWith("Not checked");
    }

    @Test
    void orderSelectAnswersOnlyWhatWasSelected() throws Exception {
        ObjectNode request = order("adult-type-i.json", Hook.ORDER_SELECT, "http://www.whocc.no/atc", "M05BX04");
        ((ObjectNode) request.get("context")).putArray("selections").add("MedicationRequest/another");
        assertThat(cards(post(Hook.ORDER_SELECT, request.toString()))).isEmpty();
    }

    @Test
    void aBadRequestIsRefusedWithAnExplanation() throws Exception {
        ObjectNode good = request("adult-type-i.json", Hook.PATIENT_VIEW);
        List<String> bad = List.of(
                "",
                "not json",
                "[]",
                good.deepCopy().put("hook", "order-sign").toString(),
                good.deepCopy().put("hookInstance", "1").toString(),
                good.deepCopy().without("context").toString(),
                good.deepCopy()
                        .set("context", CdsJson.JSON.createObjectNode().put("userId", "Practitioner/1"))
                        .toString());
        for (String body : bad) {
            HttpResponse<String> response = post(Hook.PATIENT_VIEW, body);
            assertThat(response.statusCode()).as(body).isEqualTo(400);
            JsonNode said = CdsJson.JSON.readTree(response.body());
            assertThat(said.path("error").asText()).startsWith("found ");
            assertThat(said.path("accepted").asText()).isNotBlank();
        }
        ObjectNode other = good.deepCopy();
        ((ObjectNode) other.get("context")).put("patientId", "somebody-else");
        assertThat(post(Hook.PATIENT_VIEW, other.toString()).statusCode()).isEqualTo(400);
        assertThat(post(
                                Hook.ORDER_SIGN,
                                request("adult-type-i.json", Hook.ORDER_SIGN).toString())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aMissingPrefetchIsAFailedPrecondition() throws Exception {
        for (String key : Prefetch.TEMPLATES.keySet()) {
            ObjectNode request = request("adult-type-i.json", Hook.PATIENT_VIEW);
            ((ObjectNode) request.get("prefetch")).remove(key);
            HttpResponse<String> response = post(Hook.PATIENT_VIEW, request.toString());
            assertThat(response.statusCode()).as(key).isEqualTo(412);
            assertThat(response.body()).contains(key);
        }
        ObjectNode paged = request("adult-type-i.json", Hook.PATIENT_VIEW);
        ((ObjectNode) paged.get("prefetch").get("observations"))
                .putArray("link")
                .addObject()
                .put("relation", "next")
                .put("url", "http://127.0.0.1/next");
        assertThat(post(Hook.PATIENT_VIEW, paged.toString()).statusCode()).isEqualTo(412);
    }

    @Test
    void otherAddressesMethodsAndTypesAreRefused() throws Exception {
        assertThat(send("/", "GET", "", "application/json").statusCode()).isEqualTo(404);
        assertThat(send("/cds-services/none", "POST", "{}", "application/json").statusCode())
                .isEqualTo(404);
        assertThat(send("/cds-services", "POST", "{}", "application/json").statusCode())
                .isEqualTo(405);
        assertThat(send("/cds-services/" + Hook.PATIENT_VIEW.serviceId(), "POST", "{}", "text/plain")
                        .statusCode())
                .isEqualTo(415);
        assertThat(send(
                                "/cds-services/" + Hook.PATIENT_VIEW.serviceId() + "/feedback",
                                "POST",
                                "{}",
                                "application/json")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theSameRequestGivesTheSameBytes() throws Exception {
        String body = request("toddler-bowed-femora.json", Hook.PATIENT_VIEW).toString();
        assertThat(post(Hook.PATIENT_VIEW, body).body())
                .isEqualTo(post(Hook.PATIENT_VIEW, body).body());
    }
}
