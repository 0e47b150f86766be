package org.lamella.bone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lamella.evidence.Citation;
import org.lamella.evidence.data.YamlNode;

/** The page of the model and the symbols of its parameters belong together. */
class EquationsPageVerificationTest {
    private static final YamlNode SYMBOLS =
            YamlNode.resource(Citation.class, "parameters/symbols.yaml").get("symbols");

    @Test
    void everySymbolStandsInAnEquationOfThePageAndEveryClassExists() throws Exception {
        String page = section();
        for (String id : SYMBOLS.keys()) {
            YamlNode entry = SYMBOLS.get(id);
            String symbol = entry.text("symbol").replaceAll("\\(.*\\)$", "").replaceAll("^f_ret,.*", "f_ret");
            String perDrug = symbol.replaceAll("^(Pot|F)_(zol|pam|ner|ale|ris|olp)$", "$1");
            assertThat(page).as("symbol of " + id).contains(perDrug);
            for (String equation : entry.text("equation").split(",\\s*")) {
                assertThat(page).as("equation of " + id).contains("| " + equation + " |");
            }
            assertThat(Class.forName("org.lamella.bone." + entry.text("code")))
                    .as("class of " + id)
                    .isNotNull();
        }
    }

    @Test
    void aSymbolMeansOneNumber() {
        Map<String, String> seen = new HashMap<>();
        for (String id : SYMBOLS.keys()) {
            assertThat(seen.put(SYMBOLS.get(id).text("symbol"), id))
                    .as("symbol of " + id + " is used twice")
                    .isNull();
        }
    }

    private static String section() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path file = (Files.exists(here.resolve("docs")) ? here : here.getParent())
                .resolve("docs/explanation/bone-model.md");
        String page = Files.readString(file, StandardCharsets.UTF_8);
        return page.substring(page.indexOf("## Equations"), page.indexOf("## Numerics"));
    }
}
