package org.lamella.clinic.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamella.bone.BoneParameters;
import org.lamella.care.plan.PlanMaker;
import org.lamella.care.rules.CarePathway;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.evidence.data.DataFileException;
import org.lamella.twin.TwinForecaster;
import org.lamella.twin.TwinSettings;

/** The EHR launch against a record system in the same process that holds it to the protocol. */
class SmartLaunchVerificationTest {
    private static final Path EXAMPLE = Path.of("..", "examples", "boy-type-i-arm-fractures.json");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final AtomicReference<Instant> time = new AtomicReference<>(START);
    private final AtomicReference<String> record = new AtomicReference<>("");
    private UnaryOperator<String> page = bundle -> {
        record.set(bundle);
        return "<p>the plan</p>";
    };

    private MockEhr ehr;
    private SmartServer server;
    private String root;

    @BeforeEach
    void start() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        root = "http://127.0.0.1:" + port;
        ehr = new MockEhr(EXAMPLE, root + SmartConfiguration.CALLBACK);
        SmartConfiguration configuration = SmartConfiguration.read(
                "smart.yaml",
                "redirect_uri: " + root + SmartConfiguration.CALLBACK + "\nissuers:\n- {iss: \"" + ehr.base()
                        + "\", client_id: " + MockEhr.CLIENT + "}\n");
        server = SmartServer.start(
                SmartLaunch.of(configuration, bundle -> page.apply(bundle), time::get),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    @AfterEach
    void stop() {
        server.close();
        ehr.close();
        browser.close();
    }

    private HttpResponse<String> get(URI address, String cookie) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> launch(String iss) throws IOException, InterruptedException {
        return get(
                URI.create(root + "/smart/launch?launch=abc123&iss=" + URLEncoder.encode(iss, StandardCharsets.UTF_8)),
                "");
    }

    private static String cookie(HttpResponse<String> launched) {
        return launched.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    private static URI location(HttpResponse<String> launched) {
        return URI.create(launched.headers().firstValue("Location").orElseThrow());
    }

    /** The whole way of a browser. */
    private HttpResponse<String> wholeWay() throws IOException, InterruptedException {
        HttpResponse<String> launched = launch(ehr.base());
        assertThat(launched.statusCode()).as(launched.body()).isEqualTo(302);
        return get(ehr.signIn(location(launched)), cookie(launched));
    }

    @Test
    void aLaunchAsksForTheLeastAndProvesItself() throws Exception {
        HttpResponse<String> launched = launch(ehr.base() + "/");
        Map<String, String> sent = MockEhr.fields(location(launched).getRawQuery());
        assertThat(sent).containsEntry("launch", "abc123").containsEntry("aud", ehr.base());
        assertThat(sent.get("scope").split(" "))
                .containsExactlyInAnyOrder(
                        "launch",
                        "patient/Patient.rs",
                        "patient/Device.rs",
                        "patient/Condition.rs",
                        "patient/Observation.rs",
                        "patient/MedicationAdministration.rs",
                        "patient/MedicationStatement.rs",
                        "patient/Procedure.rs",
                        "patient/ServiceRequest.rs",
                        "patient/DiagnosticReport.rs",
                        "patient/DeviceUseStatement.rs");
        assertThat(sent.get("code_challenge")).hasSize(43);
        assertThat(sent.get("state")).hasSize(43);
        assertThat(launched.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .contains("SameSite=Lax");
        Map<String, String> again = MockEhr.fields(location(launch(ehr.base())).getRawQuery());
        assertThat(again.get("state")).isNotEqualTo(sent.get("state"));
        assertThat(again.get("code_challenge")).isNotEqualTo(sent.get("code_challenge"));
    }

    /** Figures of RFC 7636, appendix B. */
    @Test
    void theChallengeIsThatOfTheStandard() {
        assertThat(Secrets.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void theWholeRecordIsReadPageByPage() throws Exception {
        HttpResponse<String> shown = wholeWay();
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        List<String> read = StreamSupport.stream(
                        MockEhr.json(record.get()).path("entry").spliterator(), false)
                .map(entry -> entry.path("resource").toString())
                .toList();
        List<String> there = ehr.resources().stream().map(JsonNode::toString).toList();
        assertThat(read).containsExactlyInAnyOrderElementsOf(there);
        assertThat(ehr.asked).anyMatch(a -> a.contains("/Observation?patient=") && a.endsWith("page=3"));
        assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(shown.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    }

    @Test
    void thePageIsThatOfTheSameRecordAsAFile() throws Exception {
        PlanMaker maker = new PlanMaker(
                TwinForecaster.standard(),
                CarePathway.standard(),
                "test",
                BoneParameters.load().fingerprint());
        page = new PlanOfRecord(maker, SiteConfiguration.defaults(), new TwinSettings(100, 1, 1), () -> DAY);
        String fromFile = page.apply(Files.readString(EXAMPLE));
        HttpResponse<String> shown = wholeWay();
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(fromFile).contains("Boy, 9 y 4 mo, OI type I, COL1A1");
        assertThat(shown.body()).isEqualTo(fromFile);
    }

    @Test
    void noTokenAndNoCodeIsShown() throws Exception {
        page = bundle -> bundle;
        assertThat(wholeWay().body()).doesNotContain(MockEhr.TOKEN).doesNotContain("code1");
        ehr.forbidden = "Observation";
        assertThat(wholeWay().body()).doesNotContain(MockEhr.TOKEN);
        assertThat(new Launches.Pending(
                                new SmartConfiguration.Issuer(URI.create("https://a.example/fhir"), "c"),
                                URI.create("https://a.example/token"),
                                "verifier",
                                "browser",
                                "scope",
                                START)
                        .toString())
                .doesNotContain("verifier");
    }

    @Test
    void anUnknownIssuerIsRefusedAndNeverAsked() throws Exception {
        HttpResponse<String> refused = launch(ehr.base() + "/other");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("not on the list of issuers").doesNotContain("other");
        assertThat(ehr.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/smart/launch", "/smart/launch?iss=", "/smart/launch?launch=x", "/smart/callback"})
    void anIncompleteRequestIsRefused(String address) throws Exception {
        HttpResponse<String> refused = get(URI.create(root + address), "");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("no parameter");
    }

    @Test
    void aParameterThatComesTwiceIsRefused() throws Exception {
        assertThat(get(URI.create(root + "/smart/callback?state=a&state=b"), "").statusCode())
                .isEqualTo(400);
    }

    @Test
    void otherAddressesAndMethodsAreRefused() throws Exception {
        assertThat(get(URI.create(root + "/"), "").statusCode()).isEqualTo(404);
        assertThat(browser.send(
                                HttpRequest.newBuilder(URI.create(root + "/smart/launch"))
                                        .POST(HttpRequest.BodyPublishers.ofString("x"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void aStateIsUsedOnceAndOnlyByTheBrowserThatBegan() throws Exception {
        HttpResponse<String> launched = launch(ehr.base());
        URI back = ehr.signIn(location(launched));
        assertThat(get(back, cookie(launched)).statusCode()).isEqualTo(200);
        HttpResponse<String> again = get(back, cookie(launched));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("was used before");

        HttpResponse<String> other = launch(ehr.base());
        assertThat(get(ehr.signIn(location(other)), "lamella_launch=stolen").statusCode())
                .isEqualTo(403);
        assertThat(get(URI.create(root + "/smart/callback?code=x&state=guessed"), "")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aStateEndsAfterTenMinutes() throws Exception {
        HttpResponse<String> launched = launch(ehr.base());
        URI back = ehr.signIn(location(launched));
        time.set(START.plus(Duration.ofMinutes(10)));
        assertThat(get(back, cookie(launched)).statusCode()).isEqualTo(400);
        HttpResponse<String> second = launch(ehr.base());
        URI secondBack = ehr.signIn(location(second));
        time.set(time.get().plus(Duration.ofMinutes(10)).minusSeconds(1));
        assertThat(get(secondBack, cookie(second)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"access_denied,access_denied", "<script>,''"})
    void aRefusalOfTheRecordSystemIsToldInItsOwnWordOrNone(String error, String told) throws Exception {
        HttpResponse<String> launched = launch(ehr.base());
        String state = MockEhr.fields(location(launched).getRawQuery()).get("state");
        HttpResponse<String> refused = get(
                URI.create(root + "/smart/callback?error=" + URLEncoder.encode(error, StandardCharsets.UTF_8)
                        + "&state=" + state),
                cookie(launched));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("the record system refused")
                .contains(told)
                .doesNotContain("<script>");
    }

    @Test
    void aForgedCodeIsRefusedByTheTokenEndpoint() throws Exception {
        HttpResponse<String> launched = launch(ehr.base());
        String state = MockEhr.fields(location(launched).getRawQuery()).get("state");
        HttpResponse<String> refused =
                get(URI.create(root + "/smart/callback?code=forged&state=" + state), cookie(launched));
        assertThat(refused.statusCode()).isEqualTo(502);
        assertThat(refused.body()).contains("answered 400 for the exchange of the code");
    }

    @Test
    void aTokenMustNameAPatientAndBeABearer() throws Exception {
        ehr.namesPatient = false;
        assertThat(wholeWay().body()).contains("named no patient");
        ehr.namesPatient = true;
        ehr.tokenType = "MAC";
        assertThat(wholeWay().body()).contains("no bearer token");
    }

    @ParameterizedTest
    @CsvSource({
        "patient/*.rs,200",
        "patient/*.read,200",
        "patient/*.cruds,200",
        "user/*.rs,200",
        "patient/*.r,403",
        "patient/Patient.rs,403",
        "patient/*.rs?category=laboratory,403",
        "openid,403"
    })
    void whatIsGrantedMustOpenTheWholeRecord(String scope, int status) throws Exception {
        ehr.grantedScope = scope;
        HttpResponse<String> answer = wholeWay();
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 403) {
            assertThat(answer.body()).contains("no right to read").contains("Observation");
            assertThat(record.get()).isEmpty();
        }
    }

    @Test
    void aServerOfVersionOneIsAskedInItsWords() throws Exception {
        ehr.capabilities = "[\"launch-ehr\"]";
        Map<String, String> sent = MockEhr.fields(location(launch(ehr.base())).getRawQuery());
        assertThat(sent.get("scope")).contains("patient/Observation.read").doesNotContain(".rs");
    }

    @Test
    void aRecordSystemWithoutPkceOrLaunchIsRefused() throws Exception {
        ehr.challengeMethods = "[\"plain\"]";
        assertThat(launch(ehr.base()).body()).contains("no S256");
        ehr.challengeMethods = "[\"S256\"]";
        ehr.capabilities = "[\"launch-standalone\"]";
        assertThat(launch(ehr.base()).body()).contains("no launch-ehr");
        ehr.capabilities = "[\"launch-ehr\"]";
        ehr.authorisationAt = "http://ehr.example.org/authorize";
        assertThat(launch(ehr.base()).body()).contains("no usable authorization_endpoint");
    }

    @Test
    void aPartOfARecordIsNeverUsed() throws Exception {
        ehr.forbidden = "Condition";
        HttpResponse<String> refused = wholeWay();
        assertThat(refused.statusCode()).isEqualTo(502);
        assertThat(refused.body()).contains("answered 403 for Condition");
        assertThat(record.get()).isEmpty();
    }

    @Test
    void theTokenFollowsNoLinkToAnotherPlace() throws Exception {
        try (MockEhr elsewhere = new MockEhr(EXAMPLE, root)) {
            ehr.nextPagesAt = elsewhere.base();
            HttpResponse<String> refused = wholeWay();
            assertThat(refused.statusCode()).isEqualTo(502);
            assertThat(refused.body()).contains("lies outside the record system");
            assertThat(elsewhere.asked).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "redirect_uri: http://lamella.example.org/smart/callback|redirect_uri",
                "redirect_uri: https://lamella.example.org/elsewhere|ends with /smart/callback",
                "redirect_uri: https://user@lamella.example.org/smart/callback|without user",
                "redirect_url: https://lamella.example.org/smart/callback|redirect_url"
            })
    void aConfigurationIsChecked(String line, String told) {
        assertThatThrownBy(() -> SmartConfiguration.read(
                        "smart.yaml", line + "\nissuers:\n- {iss: \"https://ehr.example.org/fhir\", client_id: x}\n"))
                .isInstanceOf(DataFileException.class)
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "[{iss: \"http://ehr.example.org/fhir\", client_id: x}]", "[{iss: \"https://e.org/f\"}]"})
    void issuersAreChecked(String issuers) {
        assertThatThrownBy(() -> SmartConfiguration.read(
                        "smart.yaml",
                        "redirect_uri: https://lamella.example.org/smart/callback\nissuers: " + issuers + "\n"))
                .isInstanceOf(DataFileException.class);
    }
}
