package org.lamella.care.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every statement of the founding sources has a home that exists and a test that exists, or says openly that it has none. */
class CoverageLedgerVerificationTest {
    private static final Map<String, Integer> STATEMENTS = Map.of("S000", 54, "S001", 81, "S002", 49);

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("docs")) ? here : here.getParent();
    }

    private static Map<?, ?> ledger() throws IOException {
        String yaml = Files.readString(root().resolve("docs/coverage.yaml"), StandardCharsets.UTF_8);
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    private static List<Map<?, ?>> statements() throws IOException {
        List<Map<?, ?>> entries = new ArrayList<>();
        ((List<?>) ledger().get("statements")).forEach(entry -> entries.add((Map<?, ?>) entry));
        return entries;
    }

    private static List<String> texts(Map<?, ?> entry, String key) {
        return ((List<?>) entry.get(key)).stream().map(Object::toString).toList();
    }

    @Test
    void holdsAll184StatementsOnceEach() throws IOException {
        List<String> ids =
                statements().stream().map(s -> s.get("id").toString()).toList();
        assertThat(ids).doesNotHaveDuplicates().hasSize(184);
        STATEMENTS.forEach((source, count) -> {
            for (int number = 1; number <= count; number++) {
                assertThat(ids).contains(String.format(java.util.Locale.ROOT, "%s-%02d", source, number));
            }
        });
    }

    @Test
    void everyHomeAndEveryTestExistsOrIsNamedOpen() throws IOException {
        for (Map<?, ?> statement : statements()) {
            String id = statement.get("id").toString();
            assertThat(statement.get("says").toString()).as(id).isNotBlank();
            assertThat(texts(statement, "home")).as(id + " home").isNotEmpty();
            assertThat(texts(statement, "test")).as(id + " test").isNotEmpty();
            texts(statement, "home").forEach(home -> checkHome(id, home));
            texts(statement, "test").stream()
                    .filter(test -> !test.equals("open"))
                    .forEach(test -> assertThat(root().resolve(test)).as(id).exists());
            if (statement.get("today").equals("superseded")) {
                assertThat(statement.get("because"))
                        .as(id + " superseded, because")
                        .isNotNull();
            }
        }
    }

    private static void checkHome(String id, String home) {
        if (home.equals("open")) {
            return;
        }
        String[] parts = home.split(" ", 2);
        switch (parts[0]) {
            case "rule" ->
                assertThat(RuleCatalogue.standard().find(parts[1]))
                        .as(id + " " + home)
                        .isPresent();
            case "file" -> assertThat(root().resolve(parts[1])).as(id).exists();
            case "text" -> {
                String[] target = parts[1].split("#", 2);
                assertThat(root().resolve(target[0]))
                        .as(id)
                        .content(StandardCharsets.UTF_8)
                        .contains("<a id=\"" + target[1] + "\"></a>");
            }
            default -> throw new AssertionError(id + ": home '" + home + "' is neither rule, file, text nor open");
        }
    }

    /** What is open is counted in the head of the ledger, so that the count cannot drift unseen. */
    @Test
    void theHeadOfTheLedgerCountsWhatIsOpen() throws IOException {
        long homes = statements().stream()
                .filter(s -> texts(s, "home").contains("open"))
                .count();
        long tests = statements().stream()
                .filter(s -> texts(s, "test").contains("open"))
                .count();
        assertThat(ledger().get("open_homes")).isEqualTo((int) homes);
        assertThat(ledger().get("open_tests")).isEqualTo((int) tests);
    }

    /** A rule that names a statement as its seed is named by the ledger as a home of that statement. */
    @Test
    void ruleSeedsAndLedgerAgree() throws IOException {
        Map<String, List<String>> homes = new java.util.TreeMap<>();
        statements().forEach(s -> homes.put(s.get("id").toString(), texts(s, "home")));
        for (Rule rule : RuleCatalogue.standard().rules()) {
            for (String seed : rule.seeds()) {
                assertThat(homes.get(seed))
                        .as(seed + " is a seed of " + rule.id())
                        .contains("rule " + rule.id());
            }
        }
    }
}
