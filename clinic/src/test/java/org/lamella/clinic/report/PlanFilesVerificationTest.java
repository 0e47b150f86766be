package org.lamella.clinic.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files appear whole or not at all. */
class PlanFilesVerificationTest {
    @TempDir
    Path folder;

    @Test
    void writesThePlanIntoANewFolder() throws IOException {
        Path out = folder.resolve("a").resolve("b");
        List<Path> written = PlanFiles.write(SamplePlans.rich(), out);
        assertThat(written).allMatch(Files::isRegularFile);
        assertThat(names(out))
                .containsExactlyInAnyOrderElementsOf(
                        written.stream().map(p -> p.getFileName().toString()).toList());
        assertThat(Files.readString(out.resolve("plan.html"))).isEqualTo(PlanPage.render(SamplePlans.rich()));
        assertThat(Files.readString(out.resolve("plan.json"))).isEqualTo(PlanJson.render(SamplePlans.rich()));
    }

    @Test
    void replacesAnOlderPlan() throws IOException {
        PlanFiles.write(SamplePlans.bare(), folder);
        PlanFiles.write(SamplePlans.rich(), folder);
        assertThat(Files.readString(folder.resolve("plan.json"))).contains("FICTION-01");
    }

    @Test
    void saysPlainlyWhenTheFolderIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "x");
        assertThatThrownBy(() -> PlanFiles.write(SamplePlans.rich(), file))
                .isInstanceOf(CannotWriteException.class)
                .hasMessageContaining("taken")
                .hasMessageContaining("--out");
        assertThat(Files.readString(file)).isEqualTo("x");
    }

    @Test
    void leavesNothingBehindWhenOneFileCannotTakeItsPlace() throws IOException {
        Files.createDirectories(folder.resolve("second.txt").resolve("full"));
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("first.txt", "1");
        texts.put("second.txt", "2");
        assertThatThrownBy(() -> PlanFiles.writeAll(texts, folder)).isInstanceOf(CannotWriteException.class);
        assertThat(names(folder)).noneMatch(n -> n.endsWith(".part"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(p -> p.getFileName().toString()).toList();
        }
    }
}
