package org.lamella.care.rules.cql;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.lamella.care.rules.GeneratedPatients;
import org.lamella.care.rules.RuleAnswer;
import org.lamella.care.rules.RuleSettings;
import org.lamella.patient.Patient;

/** Made-up patients with the answer of every rule: the suite with which a hospital checks another engine. */
class ExamplePatientsVerificationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final List<Patient> PATIENTS = new GeneratedPatients(20261122, DAY)
            .next(80).stream()
                    .filter(ExamplePatientsVerificationTest::oneFindingADay)
                    .limit(24)
                    .toList();

    /** Which of two statements of one day is the later one is not said by FHIR, so engines may differ there. */
    private static boolean oneFindingADay(Patient patient) {
        return distinctDays(patient.findings(), f -> f.kind() + " " + f.date())
                && distinctDays(patient.mobility(), m -> m.date().toString())
                && distinctDays(patient.pregnancy(), p -> p.date().toString())
                && distinctDays(patient.pain(), p -> p.date().toString())
                && distinctDays(patient.dxaScans(), s -> s.site() + " " + s.date());
    }

    private static <T> boolean distinctDays(List<T> items, Function<T, String> day) {
        return items.stream().map(day).distinct().count() == items.size();
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs")) ? here : here.getParent();
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        StringBuilder expected = new StringBuilder("patient,rule,answer\n");
        CqlRuleEngine engine = new CqlRuleEngine();
        for (Patient patient : PATIENTS) {
            files.put(
                    "patients/" + patient.id() + ".json",
                    FhirContext.forR4Cached().newJsonParser().encodeResourceToString(ChartBundle.of(patient)) + "\n");
            Map<String, RuleAnswer.Kind> kinds = engine.kinds(patient, DAY, RuleSettings.none());
            kinds.forEach((rule, kind) -> expected.append(patient.id())
                    .append(',')
                    .append(rule)
                    .append(',')
                    .append(kind)
                    .append('\n'));
        }
        files.put("expected.csv", expected.toString());
        return files;
    }

    /** Run with {@code -Dlamella.write=true} to bring the files up to date. */
    @Test
    void theSuiteIsCurrentAndMeetsEveryKindOfAnswer() throws IOException {
        Path folder = root().resolve("care/content/tests");
        Map<String, String> files = files();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (Boolean.getBoolean("lamella.write")) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
            }
            assertThat(path).content(StandardCharsets.UTF_8).isEqualTo(file.getValue());
        }
        try (var written = Files.list(folder.resolve("patients"))) {
            assertThat(written.map(path -> "patients/" + path.getFileName()))
                    .as("remove the files of patients who are no longer in the suite")
                    .allMatch(files::containsKey);
        }
        TreeSet<String> met = files.get("expected.csv")
                .lines()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(',') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
        for (RuleAnswer.Kind kind : RuleAnswer.Kind.values()) {
            assertThat(met).contains(kind.name());
        }
    }

    /** Runs only where Node.js and the packages named in tools/other-engine are installed; else reported as skipped. */
    @Test
    void aSecondEngineGivesTheSameAnswers() throws IOException, InterruptedException {
        Path tool = root().resolve("tools/other-engine");
        Assumptions.assumeTrue(
                Files.isDirectory(tool.resolve("node_modules/cql-execution")),
                "the JavaScript engine is not installed: run npm install in tools/other-engine");
        Process process = new ProcessBuilder("node", tool.resolve("compare.js").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("3696 answers, 0 differ");
    }
}
