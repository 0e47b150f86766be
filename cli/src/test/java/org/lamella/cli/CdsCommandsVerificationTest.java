package org.lamella.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cds}, {@code apply} and {@code serve-cds} as a user types them, and what a wrong use is told. */
class CdsCommandsVerificationTest {
    private static final Path EXAMPLES =
            Path.of("").toAbsolutePath().getParent().resolve("examples");
    private static final String GIRL =
            EXAMPLES.resolve("girl-low-vitamin-d.json").toString();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Lamella.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private void refused(int code, String said, String... arguments) {
        assertThat(run(arguments)).as(err.toString()).isEqualTo(code);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains(said).doesNotContain("\tat ");
    }

    @Test
    void cardsGoToStandardOutputOrIntoAFile() throws IOException {
        assertThat(run("cds", GIRL, "--as-of", "2026-11-01")).isZero();
        assertThat(out.toString()).contains("\"cards\"").contains("LAB-02");
        Path file = folder.resolve("deep/cards.json");
        assertThat(run(
                        "cds",
                        GIRL,
                        "--as-of",
                        "2026-11-01",
                        "--hook",
                        "order-sign",
                        "--drug",
                        "denosumab",
                        "--out",
                        file.toString()))
                .isZero();
        assertThat(Files.readString(file)).contains("\"critical\"").contains("denosumab");
        assertThat(run("cds", GIRL, "--as-of", "2026-11-01", "--hook", "order-sign", "--drug", "aspirin"))
                .isZero();
        assertThat(out.toString()).contains("Not checked");
    }

    @Test
    void wrongUseOfCardsIsExplained() {
        refused(2, "accepted is patient-view, order-select or order-sign", "cds", GIRL, "--hook", "encounter-start");
        refused(2, "--drug belongs to", "cds", GIRL, "--hook", "order-sign");
        refused(2, "--drug belongs to", "cds", GIRL, "--drug", "zoledronate");
        refused(2, "accepted is a day", "cds", GIRL, "--as-of", "yesterday");
        refused(2, "RECORD", "cds");
    }

    @Test
    void aRecordThatCannotBeUsedIsRefused() throws IOException {
        refused(3, "absent.json", "cds", folder.resolve("absent.json").toString());
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"resourceType\": \"Bundle\", ");
        refused(3, "broken.json", "cds", broken.toString());
        refused(3, "broken.json", "apply", broken.toString());
        Path empty = Files.writeString(folder.resolve("empty.json"), "");
        refused(3, "empty", "cds", empty.toString());
        refused(
                3,
                "no-site.yaml",
                "cds",
                GIRL,
                "--site",
                folder.resolve("no-site.yaml").toString());
    }

    @Test
    void plansAreAppliedOrTheTopicIsExplained() {
        assertThat(run("apply", GIRL, "--plan", "laboratory", "--plan", "lamella-pain", "--as-of", "2026-11-01"))
                .isZero();
        assertThat(out.toString())
                .contains("LAB-02 Vitamin D gate")
                .contains("PlanDefinition/lamella-pain|")
                .doesNotContain("MedicationRequest");
        refused(2, "accepted is one of safety, diagnosis", "apply", GIRL, "--plan", "bones");
    }

    @Test
    void aBadPortOrHostIsExplained() throws IOException {
        refused(2, "accepted is 0 to 65535", "serve-cds", "--port", "70000");
        refused(2, "accepted is 0 to 65535", "serve-cds", "--port", "-1");
        refused(2, "--port", "serve-cds", "--port", "http");
        refused(4, "accepted is an address of this machine", "serve-cds", "--port", "0", "--bind", "no such host");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused(4, "Maybe the port is taken", "serve-cds", "--port", Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void theServiceAnswersUntilItIsInterrupted() throws Exception {
        Thread service = Thread.ofPlatform().start(() -> run("serve-cds", "--port", "0", "--as-of", "2026-11-01"));
        try {
            Matcher port = Pattern.compile("127\\.0\\.0\\.1:(\\d+)/").matcher("");
            for (int i = 0; i < 300 && !port.reset(err.toString()).find(); i++) {
                Thread.sleep(100);
            }
            String base = "http://127.0.0.1:" + port.group(1);
            assertThat(status(base + "/cds-services", "")).isEqualTo(200);
            String patientView = base + "/cds-services/lamella-oi-patient-view";
            assertThat(status(patientView, "{")).isEqualTo(400);
            assertThat(status(base + "/cds-services/lamella-oi-encounter-start", "{}"))
                    .isEqualTo(404);
            assertThat(status(patientView, "{\"hook\":\"patient-view\",\"x\":\"" + "y".repeat(10_000_001) + "\"}"))
                    .isEqualTo(413);
            assertThat(
                            status(
                                    patientView,
                                    "{\"hook\":\"patient-view\",\"hookInstance\":\"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea\","
                                            + "\"context\":{\"userId\":\"Practitioner/1\",\"patientId\":\"1\"},\"prefetch\":{}}"))
                    .isEqualTo(412);
            assertThat(status(base + "/fhir/PlanDefinition/lamella-dosing", "")).isEqualTo(200);
        } finally {
            service.interrupt();
            service.join(Duration.ofSeconds(10));
        }
        assertThat(service.isAlive()).isFalse();
    }

    private static int status(String address, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).header("Content-Type", "application/json");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            body.isEmpty()
                                    ? request.GET().build()
                                    : request.POST(HttpRequest.BodyPublishers.ofString(body))
                                            .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .statusCode();
        }
    }
}
