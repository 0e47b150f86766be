package org.lamella.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lamella plan} as a stranger would use it: files, exit codes and messages. */
class PlanCommandVerificationTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path GIRL = ROOT.resolve("examples/girl-26-months-pamidronate.json");
    private static final Path SITE = ROOT.resolve("examples/demo-site.yaml");

    @TempDir
    private Path folder;

    private record Run(int code, String out, String err) {}

    private static Run lamella(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Lamella.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Run(code, out.toString(), err.toString());
    }

    private Run plan(Path record, String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "plan",
                record.toString(),
                "--as-of",
                "2026-11-01",
                "--siblings",
                "200",
                "--out",
                folder.resolve(name).toString()));
        arguments.addAll(List.of(more));
        return lamella(arguments.toArray(new String[0]));
    }

    @Test
    void aRecordGivesThreeFilesAndASummaryAndTheSameBytesAgain() throws IOException {
        Run run = plan(GIRL, "first", "--site", SITE.toString());
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("LAMELLA PLAN", "OPTIONS", "STOPPED", "mg per day on 3 consecutive days");
        assertThat(run.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(200));
        plan(GIRL, "second", "--site", SITE.toString());
        for (String file : List.of("plan.html", "plan.json", "plan.fhir.json")) {
            assertThat(Files.readAllBytes(folder.resolve("first").resolve(file)))
                    .isNotEmpty()
                    .isEqualTo(Files.readAllBytes(folder.resolve("second").resolve(file)));
        }
        try (Stream<Path> files = Files.list(folder.resolve("first"))) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void handoutsAreWrittenWhenAskedFor() throws IOException {
        plan(GIRL, "with", "--site", SITE.toString(), "--handouts");
        try (Stream<Path> files = Files.list(folder.resolve("with/handouts"))) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .contains("calendar.ics")
                    .hasSizeGreaterThan(5);
        }
    }

    @Test
    void withoutASiteAnUnverifiedFigureGivesNoDose() {
        Run run = plan(GIRL, "nosite");
        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(run.out())
                .contains("not confirmed")
                .doesNotContain("mg per day on 3 consecutive days, every 3 months");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "broken|{",
                "empty bundle|{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[]}",
                "future birth|{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"a\",\"gender\":\"male\",\"birthDate\":\"2990-01-01\"}}]}",
                "two patients|{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"a\",\"gender\":\"male\",\"birthDate\":\"2015-01-01\"}},{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"b\",\"gender\":\"male\",\"birthDate\":\"2015-01-01\"}}]}"
            })
    void badInputGivesOneMessageAndNothingElse(String name, String text) throws IOException {
        Path record = Files.writeString(folder.resolve("record.json"), text);
        assertRefused(plan(record, "bad"), record);
    }

    @Test
    void aMissingFileAndAFolderAreRefused() {
        assertRefused(plan(folder.resolve("nosuch.json"), "bad"), folder.resolve("nosuch.json"));
        assertRefused(plan(folder, "bad"), folder);
    }

    @Test
    void aFileOf300MegabytesIsRefusedUnread() throws IOException {
        Path record = folder.resolve("huge.json");
        try (RandomAccessFile file = new RandomAccessFile(record.toFile(), "rw")) {
            file.setLength(300L * 1024 * 1024);
        }
        assertRefused(plan(record, "bad"), record);
    }

    private void assertRefused(Run run, Path record) {
        assertThat(run.code()).isEqualTo(ExitCode.UNREADABLE_INPUT);
        assertThat(run.err()).contains(record.toString()).doesNotContain("Exception", "\tat ");
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("bad")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "plan",
        "plan x --siblings many",
        "plan x --siblings 5",
        "plan x --as-of yesterday",
        "plan x --horizon 0",
        "plan x --unknown",
        "frobnicate"
    })
    void wrongUsageExitsWithTwoAndPointsToHelp(String line) {
        Run run = lamella(line.split(" ", -1));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isNotBlank().doesNotContain("Exception", "\tat ");
    }

    @Test
    void aSiteFileWithAnUnknownKeyIsRefusedWithTheNearestKnownOne() throws IOException {
        Path site = Files.writeString(
                folder.resolve("site.yaml"), Files.readString(SITE).replace("vitamin_d_gate:", "vitamin_d_gat:"));
        Run run = plan(GIRL, "bad", "--site", site.toString());
        assertThat(run.code()).isEqualTo(ExitCode.UNREADABLE_INPUT);
        assertThat(run.err()).contains("vitamin_d_gat", "vitamin_d_gate").doesNotContain("Exception");
    }

    @Test
    void aFolderThatIsAFileCannotTakeAPlan() throws IOException {
        Files.writeString(folder.resolve("taken"), "in the way");
        Run run = plan(GIRL, "taken");
        assertThat(run.code()).isEqualTo(ExitCode.INTERNAL_FAULT);
        assertThat(run.err()).contains("taken").doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @CsvSource({"plan", "check", "trial", "reproduce", "qualify"})
    void everyCommandHasHelpWithAnExample(String command) {
        Run run = lamella(command, "--help");
        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).contains("Usage: lamella " + command, "Example", "./lamella " + command);
    }
}
