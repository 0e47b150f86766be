package org.lamella.clinic.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamella.care.plan.Plan;

/** The JSON of a plan follows the published schema, and the schema is strict enough to notice when it does not. */
class PlanJsonVerificationTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schemaText(), InputFormat.JSON);

    static List<Plan> plans() {
        return List.of(SamplePlans.rich(), SamplePlans.bare(), SamplePlans.crowded());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void followsTheSchema(Plan plan) {
        assertThat(complaints(PlanJson.render(plan))).isEmpty();
    }

    @Test
    void schemaRefusesADoseOfAStoppedOption() throws IOException {
        JsonNode document = MAPPER.readTree(PlanJson.render(SamplePlans.rich()));
        JsonNode sheet = document.at("/options/1/doseSheet");
        ObjectNode stopped = (ObjectNode) document.at("/options/5");
        assertThat(stopped.get("availability").asText()).isEqualTo("STOPPED");
        stopped.set("doseSheet", sheet);
        assertThat(complaints(document.toString())).isNotEmpty();
    }

    @Test
    void schemaRefusesAnUnknownMemberAndAMissingOne() throws IOException {
        ObjectNode unknown = (ObjectNode) MAPPER.readTree(PlanJson.render(SamplePlans.rich()));
        unknown.put("surprise", 1);
        assertThat(complaints(unknown.toString())).isNotEmpty();
        ObjectNode missing = (ObjectNode) MAPPER.readTree(PlanJson.render(SamplePlans.rich()));
        missing.remove("cautions");
        assertThat(complaints(missing.toString())).isNotEmpty();
    }

    @Test
    void samePlanSameBytesInAnyLocale() {
        String first = PlanJson.render(SamplePlans.rich());
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(PlanJson.render(SamplePlans.rich())).isEqualTo(first);
        } finally {
            Locale.setDefault(before);
        }
        assertThat(first).doesNotContain("\r").endsWith("}\n");
    }

    @Test
    void everyNumberOfASourceIsListedOnce() throws IOException {
        JsonNode document = MAPPER.readTree(PlanJson.render(SamplePlans.rich()));
        List<Integer> listed = new ArrayList<>();
        document.get("sources").forEach(s -> listed.add(s.get("number").asInt()));
        assertThat(listed).doesNotHaveDuplicates().startsWith(1);
        List<Integer> quoted = new ArrayList<>();
        document.findParents("sources").stream()
                .filter(parent -> parent != document)
                .forEach(parent -> parent.get("sources").forEach(s -> quoted.add(s.asInt())));
        assertThat(quoted).isNotEmpty().allMatch(listed::contains);
        assertThat(quoted).containsAll(listed);
    }

    @Test
    void quantilesAscendAndAreRoundedAsDocumented() throws IOException {
        JsonNode document = MAPPER.readTree(PlanJson.render(SamplePlans.rich()));
        List<JsonNode> estimates = document.findValues("estimate");
        assertThat(estimates).hasSizeGreaterThan(50);
        for (JsonNode e : estimates) {
            assertThat(e.get("p05").decimalValue())
                    .isLessThanOrEqualTo(e.get("p50").decimalValue());
            assertThat(e.get("p50").decimalValue())
                    .isLessThanOrEqualTo(e.get("p95").decimalValue());
            assertThat(e.get("p50").decimalValue().stripTrailingZeros().scale()).isLessThanOrEqualTo(4);
        }
    }

    private static List<String> complaints(String json) {
        return SCHEMA.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static String schemaText() {
        try {
            return Files.readString(Path.of("..", "docs", "schema", "plan.schema.json"));
        } catch (IOException e) {
            throw new IllegalStateException("docs/schema/plan.schema.json cannot be read from the module folder", e);
        }
    }
}
