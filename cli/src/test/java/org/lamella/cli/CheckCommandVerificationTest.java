package org.lamella.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lamella check} as a stranger would use it, and what bad records lead to. */
class CheckCommandVerificationTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path EXAMPLES = ROOT.resolve("examples");

    @TempDir
    private Path folder;

    private Path records;

    @BeforeEach
    void makeFolder() throws IOException {
        records = Files.createDirectories(folder.resolve("records"));
    }

    private record Run(int code, String out, String err) {}

    private static Run lamella(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Lamella.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Run(code, out.toString(), err.toString());
    }

    private Run check(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "check",
                records.toString(),
                "--as-of",
                "2026-11-01",
                "--out",
                folder.resolve("out").toString()));
        arguments.addAll(List.of(more));
        return lamella(arguments.toArray(new String[0]));
    }

    private String answer(String rule) throws IOException {
        return Files.readAllLines(folder.resolve("out/answers.csv")).stream()
                .filter(line -> line.contains("," + rule + ","))
                .findFirst()
                .orElseThrow();
    }

    /** A child of 8 whose record is in order but for one entry. */
    private void record(String born, String sex, String... sections) throws IOException {
        Files.writeString(
                records.resolve("child.yaml"),
                "lamella-record: 1\npatient: {id: child, sex: " + sex + ", born: " + born
                        + "}\ndiagnosis: {type: iii}\n" + String.join("\n", sections) + "\n");
    }

    @Test
    void aFolderOfExamplesIsCheckedAndTheSiteFileAmongThemRefused() throws IOException {
        for (String name : List.of("girl-low-vitamin-d.json", "plain-record.yaml", "demo-site.yaml")) {
            Files.copy(EXAMPLES.resolve(name), records.resolve(name));
        }
        Run run = check("--threads", "2");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.SOME_REFUSED);
        assertThat(run.out()).contains("3 records: 2 checked, 1 refused", "LAB-02");
        assertThat(run.err()).contains("records in").doesNotContain("Exception");
        assertThat(Files.readString(folder.resolve("out/refused.csv"))).contains("demo-site.yaml");
        Files.delete(records.resolve("demo-site.yaml"));
        assertThat(check().code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aSiteRaisesTheGateForEveryRecord() throws IOException {
        record("2018-05-04", "male", "labs:\n  - {date: 2026-10-20, analyte: vitamin-d-25oh, value: 60 nmol/L}");
        check();
        assertThat(answer("LAB-02")).contains("not applicable");
        Path site = Files.writeString(
                folder.resolve("site.yaml"),
                Files.readString(EXAMPLES.resolve("demo-site.yaml"))
                        .replaceFirst(
                                "(?s)vitamin_d_gate:.*?\n(?=\\S)",
                                "vitamin_d_gate: {value: 75, unit: nmol/L, source: test}\n"));
        Run run = check("--site", site.toString());
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(answer("LAB-02")).contains(",hold,");
    }

    @Test
    void aPregnantNewbornIsAContradictionToBeCleared() throws IOException {
        record("2026-10-20", "female", "pregnancy:\n  - {date: 2026-10-30, status: pregnant}");
        assertThat(check().code()).isEqualTo(ExitCode.DONE);
        assertThat(answer("LAB-09"))
                .contains(",missing,")
                .contains("a corrected record: a pregnancy is recorded for a girl of");
    }

    @Test
    void aPregnantBoyLosesTheEntryAndIsCountedAsLeftOut() throws IOException {
        record("2010-05-04", "male", "pregnancy:\n  - {date: 2026-10-30, status: pregnant}");
        check();
        assertThat(Files.readString(folder.resolve("out/patients.csv"))).containsPattern("child,.*,1,[0-9]+\n");
    }

    @Test
    void aLabValueWithoutAUnitIsNotUsed() throws IOException {
        record("2018-05-04", "male", "labs:\n  - {date: 2026-10-20, analyte: vitamin-d-25oh, value: 80}");
        check();
        assertThat(answer("LAB-02"))
                .contains(
                        ",missing,",
                        "25-hydroxyvitamin D (the entry of 2026-10-20 cannot be used: no usable value or unit)");
    }

    @Test
    void aWeightAYearOldCarriesNothing() throws IOException {
        record("2018-05-04", "male", "weights:\n  - {date: 2025-11-01, weight: 22 kg}");
        check();
        assertThat(answer("DOS-ZA-01")).contains(",missing,", "365 days ago");
    }

    @Test
    void twoDifferentWeightsOfADayAreAskedBack() throws IOException {
        record(
                "2018-05-04",
                "male",
                "weights:\n  - {date: 2026-10-20, weight: 22 kg}\n  - {date: 2026-10-20, weight: 28 kg}");
        check();
        assertThat(answer("DOS-ZA-01")).contains(",missing,", "a measured body weight");
        assertThat(Files.readString(folder.resolve("out/patients.csv"))).containsPattern("child,.*,2,[0-9]+\n");
    }

    @Test
    void aCodeOfAnotherSystemIsNotUsed() throws IOException {
        String bundle = Files.readString(EXAMPLES.resolve("girl-low-vitamin-d.json"));
        Files.writeString(records.resolve("girl.json"), bundle);
        check();
        assertThat(answer("LAB-02")).contains(",hold,");
        Files.writeString(
                records.resolve("girl.json"),
                bundle.replace("https://lamella.example.org/fhir/CodeSystem/lab", "http://example.org/other")
                        .replace("http://loinc.org", "http://example.org/other"));
        check();
        assertThat(answer("LAB-02")).contains(",missing,", "none recorded");
    }

    @Test
    void aSiteFileWithAnUnknownKeyIsRefusedBeforeAnythingIsWritten() throws IOException {
        record("2018-05-04", "male");
        Path site = Files.writeString(
                folder.resolve("site.yaml"),
                Files.readString(EXAMPLES.resolve("demo-site.yaml")).replace("vitamin_d_gate:", "vitamin_d_gat:"));
        Run run = check("--site", site.toString());
        assertThat(run.code()).isEqualTo(ExitCode.UNREADABLE_INPUT);
        assertThat(run.err()).contains("vitamin_d_gat", "vitamin_d_gate").doesNotContain("Exception");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void whenNoRecordCanBeUsedTheExitCodeSaysSo() throws IOException {
        Files.writeString(records.resolve("a.json"), "{");
        assertThat(check().code()).isEqualTo(ExitCode.UNREADABLE_INPUT);
    }

    @Test
    void anEmptyFolderAFileAndAMissingFolderAreRefused() throws IOException {
        assertThat(check().code()).isEqualTo(ExitCode.UNREADABLE_INPUT);
        Path file = Files.writeString(folder.resolve("a.json"), "{}");
        for (Path wrong : List.of(file, folder.resolve("nowhere"))) {
            Run run = lamella("check", wrong.toString());
            assertThat(run.code()).isEqualTo(ExitCode.UNREADABLE_INPUT);
            assertThat(run.err())
                    .contains(wrong.toString(), "accepted is a folder")
                    .doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void aFileInPlaceOfTheResultFolderCannotTakeThem() throws IOException {
        record("2018-05-04", "male");
        Files.writeString(folder.resolve("out"), "in the way");
        Run run = check();
        assertThat(run.code()).isEqualTo(ExitCode.INTERNAL_FAULT);
        assertThat(run.err()).contains("cannot write").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "check",
        "check x --threads 0",
        "check x --threads many",
        "check x --as-of yesterday",
        "check x --nosuch"
    })
    void wrongUsageExitsWithTwoAndPointsToHelp(String line) {
        Run run = lamella(line.split(" ", -1));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isNotBlank().doesNotContain("Exception", "\tat ");
    }
}
