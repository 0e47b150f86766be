package org.lamella.clinic.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamella.care.rules.CarePathway;
import org.lamella.care.rules.RuleAnswer;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.care.rules.RuleSettings;
import org.lamella.clinic.record.RecordReader;
import org.lamella.clinic.record.RecordResult;

/** A whole folder through all rules: the same files for any number of threads, and nothing passed over in silence. */
class BulkCheckVerificationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final Path EXAMPLES =
            Path.of("").toAbsolutePath().getParent().resolve("examples");
    private static final int RULES = RuleCatalogue.standard().rules().size();

    @TempDir
    private Path temporary;

    private Path records;

    @BeforeEach
    void copyExamples() throws IOException {
        records = Files.createDirectories(temporary.resolve("records"));
        try (Stream<Path> examples = Files.list(EXAMPLES)) {
            for (Path example : examples.toList()) {
                Files.copy(example, records.resolve(example.getFileName()));
            }
        }
        Files.createDirectories(records.resolve("ward b"));
        Files.writeString(records.resolve("ward b/broken.json"), "{\"resourceType\": \"Bundle\", ");
        Files.writeString(records.resolve("ward b/notes.txt"), "not a record");
        Files.writeString(records.resolve(".hidden.json"), "{");
    }

    private CheckSummary check(String out, int threads) {
        return BulkCheck.run(request(out, threads, false), CheckProgress.SILENT);
    }

    private CheckRequest request(String out, int threads, boolean toRead) {
        return new CheckRequest(records, temporary.resolve(out), TODAY, RuleSettings.none(), threads, toRead);
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(temporary.resolve(file));
    }

    @Test
    void theFilesAreTheSameForAnyNumberOfThreads() throws IOException {
        check("one", 1);
        check("two", 2);
        check("seven", 7);
        for (String name : CheckFiles.NAMES) {
            byte[] one = Files.readAllBytes(temporary.resolve("one").resolve(name));
            assertThat(one).isNotEmpty();
            assertThat(Files.readAllBytes(temporary.resolve("two").resolve(name)))
                    .as(name)
                    .isEqualTo(one);
            assertThat(Files.readAllBytes(temporary.resolve("seven").resolve(name)))
                    .as(name)
                    .isEqualTo(one);
        }
    }

    @Test
    void everyRecordIsCountedOnceAndARefusalNamesItsReason() throws IOException {
        CheckSummary summary = check("out", 2);
        assertThat(summary.failed()).isZero();
        assertThat(summary.complete()).isTrue();
        // The site configuration among the examples is YAML but no record; the broken bundle is refused as well.
        assertThat(summary.refused()).isEqualTo(2);
        assertThat(summary.answered()).isEqualTo(summary.found() - 2L).isGreaterThan(8);
        assertThat(summary.others()).isEqualTo(2);
        assertThat(lines("out/refused.csv"))
                .hasSize(3)
                .last()
                .asString()
                .startsWith("ward b/broken.json,the text is broken");
        assertThat(lines("out/patients.csv")).hasSize((int) summary.answered() + 1);
        assertThat(lines("out/answers.csv")).hasSize((int) summary.answered() * RULES + 1);
        assertThat(lines("out/summary.csv")).hasSize(RULES + 1);
        long answers =
                Stream.of(RuleAnswer.Kind.values()).mapToLong(summary::answers).sum();
        assertThat(answers).isEqualTo(summary.answered() * RULES);
        assertThat(summary.text()).contains("2 refused", "LAB-02").doesNotContain("STOPPED", "FAILED");
    }

    @Test
    void theAnswersAreThoseOfThePlan() throws IOException {
        check("out", 2);
        String name = "girl-low-vitamin-d.json";
        RecordResult.Understood read = (RecordResult.Understood) RecordReader.read(EXAMPLES.resolve(name), TODAY);
        List<String> expected = new ArrayList<>();
        for (RuleAnswer a : CarePathway.standard().evaluate(read.patient(), TODAY, RuleSettings.none())) {
            expected.add(a.rule().id() + "|" + a.kind().label() + "|" + a.priority() + "|" + a.reason() + "|"
                    + String.join("~", a.facts()));
        }
        List<String> found = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : lines("out/answers.ndjson")) {
            JsonNode node = json.readTree(line);
            if (node.path("file").asText().equals(name)) {
                List<String> facts = new ArrayList<>();
                node.path("facts").forEach(fact -> facts.add(fact.asText()));
                found.add(node.path("rule").asText() + "|" + node.path("answer").asText() + "|"
                        + node.path("priority").asText() + "|"
                        + node.path("reason").asText() + "|"
                        + String.join("~", facts));
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void onlyAnswersToReadCanBeAskedFor() throws IOException {
        BulkCheck.run(request("all", 2, false), CheckProgress.SILENT);
        BulkCheck.run(request("read", 2, true), CheckProgress.SILENT);
        List<String> expected = lines("all/answers.csv").stream()
                .filter(line -> !line.matches("[^,]*,[^,]*,[A-Z0-9-]+,(off|not applicable),.*"))
                .toList();
        assertThat(lines("read/answers.csv")).isEqualTo(expected).hasSizeGreaterThan(100);
    }

    @Test
    void aStoppedCheckKeepsItsFilesApart() {
        CheckProgress stopAfterThree = new CheckProgress() {
            private long seen;

            @Override
            public void at(long done, long inAll) {
                seen = done;
            }

            @Override
            public boolean cancelled() {
                return seen >= 3;
            }
        };
        CheckSummary summary = BulkCheck.run(request("stopped", 2, false), stopAfterThree);
        assertThat(summary.complete()).isFalse();
        assertThat(summary.text()).contains("STOPPED before the end");
        assertThat(temporary.resolve("stopped/answers.csv.partial")).exists();
        assertThat(temporary.resolve("stopped/answers.csv")).doesNotExist();
    }

    @Test
    void aFolderWithoutRecordsIsRefusedWithWhatIsAccepted() throws IOException {
        Path empty = Files.createDirectories(temporary.resolve("empty"));
        Path file = Files.writeString(temporary.resolve("a.json"), "{}");
        for (Path wrong : List.of(empty, file, temporary.resolve("nowhere"))) {
            CheckRequest request =
                    new CheckRequest(wrong, temporary.resolve("x"), TODAY, RuleSettings.none(), 1, false);
            assertThatThrownBy(() -> BulkCheck.run(request, CheckProgress.SILENT))
                    .isInstanceOf(FolderRefusedException.class)
                    .hasMessageContaining(wrong.toString())
                    .hasMessageContaining("accepted is a folder");
        }
        assertThat(temporary.resolve("x")).doesNotExist();
    }

    @Test
    void theResultsOfAnEarlierCheckInsideTheFolderAreNoRecords() {
        CheckRequest inside =
                new CheckRequest(records, records.resolve("results"), TODAY, RuleSettings.none(), 2, false);
        int first = BulkCheck.run(inside, CheckProgress.SILENT).found();
        assertThat(BulkCheck.run(inside, CheckProgress.SILENT).found()).isEqualTo(first);
    }

    @Test
    void cellsAreQuotedSoThatTheyComeBack() throws IOException {
        StringBuilder json = new StringBuilder();
        String odd = "a\"b\\c\nd\te\u0001 \ud800 \ud83d\ude00 é";
        Cells.json(json, odd);
        assertThat(new ObjectMapper().readTree(json.toString()).asText()).isEqualTo(odd);
        StringBuilder csv = new StringBuilder();
        Cells.csv(csv, "plain", "a,b", "say \"so\"", "two\nlines", "");
        assertThat(csv).hasToString("plain,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",\n");
    }

    @Test
    void threadsMustBePossible() {
        assertThatThrownBy(() -> request("x", 0, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("accepted is 1 to");
    }
}
