package org.lamella.clinic.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lamella.evidence.SourceCheck;
import org.lamella.evidence.terminology.Terminology;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The documentation, the JSON Schema and the tables say what the reader does. */
class DocumentationVerificationTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode schema() throws Exception {
        return JSON.readTree(Files.readString(DOCS.resolve("schema/record.schema.json")));
    }

    private static Schema compiled() throws Exception {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(DOCS.resolve("schema/record.schema.json")), InputFormat.JSON);
    }

    @Test
    void theExampleFollowsTheSchema() throws Exception {
        Object record = new Load(LoadSettings.builder().build()).loadFromString(Examples.text("plain-record.yaml"));
        assertThat(compiled().validate(JSON.writeValueAsString(record), InputFormat.JSON))
                .isEmpty();
        assertThat(compiled().validate("{\"lamella-record\":1,\"wieghts\":[]}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void theSchemaNamesTheSectionsThatAreRead() throws Exception {
        List<String> sections = new ArrayList<>();
        schema().path("properties").fieldNames().forEachRemaining(sections::add);
        sections.removeAll(List.of("lamella-record", "patient", "diagnosis"));
        assertThat(sections).containsExactlyElementsOf(PlainSections.NAMES);
    }

    /** Every list of words in the schema is the vocabulary's own. */
    @Test
    void theSchemaNamesTheWordsThatAreRead() throws Exception {
        Map<String, Concept.Kind> words = Map.ofEntries(
                Map.entry("dxa/site", Concept.Kind.DXA_SITE),
                Map.entry("labs/analyte", Concept.Kind.LAB),
                Map.entry("casts/bone", Concept.Kind.BONE),
                Map.entry("casts/side", Concept.Kind.SIDE),
                Map.entry("fractures/mechanism", Concept.Kind.MECHANISM),
                Map.entry("surgeries/kind", Concept.Kind.PROCEDURE),
                Map.entry("rods/kind", Concept.Kind.ROD),
                Map.entry("mobility/grade", Concept.Kind.MOBILITY),
                Map.entry("pregnancy/status", Concept.Kind.PREGNANCY),
                Map.entry("findings/finding", Concept.Kind.FINDING),
                Map.entry("examinations/kind", Concept.Kind.EXAMINATION),
                Map.entry("doses/drug", Concept.Kind.DRUG),
                Map.entry("doses/route", Concept.Kind.ROUTE),
                Map.entry("heights/posture", Concept.Kind.POSTURE),
                Map.entry("weights/method", Concept.Kind.METHOD),
                Map.entry("vertebral-fractures/level", Concept.Kind.VERTEBRA));
        JsonNode sections = schema().path("properties");
        words.forEach((place, kind) -> {
            String[] part = place.split("/");
            List<String> listed = new ArrayList<>();
            sections.path(part[0])
                    .path("items")
                    .path("properties")
                    .path(part[1])
                    .path("enum")
                    .forEach(word -> listed.add(word.asText()));
            assertThat(listed).as(place).containsExactlyElementsOf(LamellaCodes.codes(kind));
        });
    }

    @ParameterizedTest
    @EnumSource(Concept.Kind.class)
    void everyCodeOfLamellaIsDocumented(Concept.Kind kind) throws Exception {
        String page = Files.readString(DOCS.resolve("reference/record-fhir.md"));
        List<String> codes = LamellaCodes.codes(kind);
        if (codes.isEmpty() || kind == Concept.Kind.VERTEBRA) {
            return;
        }
        String row = page.lines()
                .filter(line -> line.startsWith("| `" + LamellaCodes.kebab(kind) + "` |"))
                .findFirst()
                .orElse("");
        assertThat(codes).allSatisfy(code -> assertThat(row).contains("`" + code + "`"));
    }

    @Test
    void everyPublicCodeIsDocumentedAndUnderstood() throws Exception {
        String page = Files.readString(DOCS.resolve("reference/record-fhir.md"));
        assertThat(Terminology.standard().all()).allSatisfy(code -> {
            assertThat(page).contains("`" + code.code() + "`");
            assertThat(Codes.find(code.system(), code.code())).isPresent();
        });
    }

    @Test
    void everyLimitHasItsReason() {
        assertThat(SourceCheck.everyParameterHasASource(Plausibility.DATA.all()))
                .isEmpty();
    }
}
