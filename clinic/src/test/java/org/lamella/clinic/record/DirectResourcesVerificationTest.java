package org.lamella.clinic.record;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/**
 * Resources taken straight from JSON against the FHIR parser: the same resource where both read it, and the same record,
 * notes and refusals whatever was written.
 */
class DirectResourcesVerificationTest {
    private static final FhirContext R4 = FhirContext.forR4Cached();

    /** Elements that clinical systems write around the ones that matter here; nobody looks at most of them. */
    private static final Map<String, String> AROUND = Map.ofEntries(
            Map.entry(
                    "meta",
                    "{\"versionId\":\"3\",\"lastUpdated\":\"2026-10-01T10:11:12.345+02:00\",\"source\":\"urn:x\",\"profile\":[\"http://a.example/p\"],\"tag\":[{\"system\":\"http://a.example\",\"code\":\"t\"}]}"),
            Map.entry("language", "\"en-GB\""),
            Map.entry(
                    "identifier",
                    "[{\"use\":\"usual\",\"system\":\"urn:oid:1.2.3\",\"value\":\"A 17\",\"period\":{\"start\":\"2020\"}}]"),
            Map.entry("category", "[{\"coding\":[{\"code\":\"laboratory\"}],\"text\":\"Laboratory\"}]"),
            Map.entry("encounter", "{\"reference\":\"Encounter/1\",\"display\":\"clinic visit\"}"),
            Map.entry("issued", "\"2026-10-01T10:11:12.345Z\""),
            Map.entry("performer", "[{\"reference\":\"Practitioner/1\"}]"),
            Map.entry("recordedDate", "\"2026-09-30\""),
            Map.entry("note", "[{\"text\":\"seen\"}]"),
            Map.entry(
                    "text",
                    "{\"status\":\"generated\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">a</div>\"}"),
            Map.entry("contained", "[{\"resourceType\":\"Medication\",\"id\":\"m\"}]"),
            Map.entry("extension", "[{\"url\":\"http://a.example/e\",\"valueDate\":\"2026-01-02\"}]"),
            Map.entry("modifierExtension", "[{\"url\":\"http://a.example/m\",\"valueBoolean\":true}]"),
            Map.entry("interpretation", "[{\"coding\":[{\"code\":\"H\"}]}]"),
            Map.entry("priority", "\"routine\""),
            Map.entry("name", "[{\"family\":\"A\",\"given\":[\"B\",\"C\"]}]"),
            Map.entry("active", "true"),
            Map.entry("telecom", "[{\"system\":\"phone\",\"value\":\"1\"}]"),
            Map.entry("deceasedBoolean", "false"),
            Map.entry("abatementDateTime", "\"2026-05-05\""),
            Map.entry("effectivePeriod", "{\"start\":\"2026-05-05T10:00:00+01:00\",\"end\":\"2026-05-06\"}"),
            Map.entry("valueString", "\"something\""),
            Map.entry("valueInteger", "4"),
            Map.entry("bodySite", "[{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"71341001\"}]}]"),
            Map.entry("_status", "{\"id\":\"s\"}"));

    private static JsonNode tree(Path file) throws IOException {
        return tree(Files.readString(file));
    }

    private static JsonNode tree(String text) {
        return ((FhirBundleText.Tree.Parsed) FhirBundleText.parse(text)).root();
    }

    private static void same(JsonNode record) {
        assertThat(FhirRecord.read(record, Examples.AS_OF, false))
                .isEqualTo(FhirRecord.read(record, Examples.AS_OF, true));
    }

    @Test
    void everyResourceOfTheExamplesIsTakenAsTheParserReadsIt() throws IOException {
        int taken = 0;
        int all = 0;
        for (Path file : Examples.bundles()) {
            for (JsonNode entry : tree(file).path("entry")) {
                JsonNode json = entry.path("resource");
                IBaseResource parsed = R4.newJsonParser().parseResource(json.toString());
                Optional<Resource> direct = DirectResources.read(json);
                all++;
                if (direct.isPresent()) {
                    taken++;
                    assertThat(direct.get().equalsDeep((Resource) parsed))
                            .as(json.toString())
                            .isTrue();
                    assertThat(direct.get().getIdElement().getValue())
                            .isEqualTo(parsed.getIdElement().getValue());
                }
            }
            same(tree(file));
        }
        assertThat(taken).isGreaterThan(all * 98 / 100);
    }

    @Test
    void recordsDressedAsClinicalSystemsWriteThemReadTheSame() throws IOException {
        SplittableRandom random = new SplittableRandom(20261123);
        List<String> names = AROUND.keySet().stream().sorted().toList();
        int taken = 0;
        for (Path file : Examples.bundles()) {
            for (int round = 0; round < 60; round++) {
                JsonNode record = tree(file).deepCopy();
                Damage.thin((ArrayNode) record.path("entry"), random);
                for (JsonNode entry : record.path("entry")) {
                    ObjectNode resource = (ObjectNode) entry.path("resource");
                    for (int k = random.nextInt(5); k > 0; k--) {
                        String name = names.get(random.nextInt(names.size()));
                        resource.set(name, tree(AROUND.get(name)));
                    }
                    taken += DirectResources.read(resource).isPresent() ? 1 : 0;
                }
                same(record);
                Damage.once(record, random);
                same(record);
            }
        }
        assertThat(taken).as("dressed resources that were taken directly").isGreaterThan(1000);
    }

    @Test
    void oddPrimitiveValuesReadTheSame() throws IOException {
        List<String> odd = List.of(
                "\" final\"",
                "\"final \"",
                "\"FINAL\"",
                "\"2026-13-01\"",
                "\"2026-02-29\"",
                "\"2026-2-9\"",
                "\"2026\"",
                "\"2026-05\"",
                "\"2026-05-05T10:00\"",
                "\"2026-05-05T10:00:00\"",
                "\"2026-05-05T10:00:00Z\"",
                "\"2026-05-05T24:00:00Z\"",
                "\"2026-05-05T10:00:60Z\"",
                "\"2026-05-05T10:00:00+99:00\"",
                "\"02/03/2026\"",
                "1.50",
                "1.5E2",
                "-0.0",
                "1e-40",
                "12345678901234567890123456789012345",
                "\"12\"",
                "\"a  b\"",
                "\"a\\tb\"",
                "\"\\u00a0x\"",
                "\"\\u2003\"",
                "\"#m\"",
                "\"Patient/girl-low-vitamin-d/_history/2\"",
                "\"https://a.example/fhir/Patient/girl-low-vitamin-d\"",
                "\"true\"",
                "\"<\"",
                "\"=<\"",
                "[\"x\"]",
                "{\"value\":1}",
                "null");
        JsonNode original = tree(Examples.file("girl-low-vitamin-d.json"));
        JsonNode adult = tree(Examples.file("teenager-type-iv-zoledronate.json"));
        Set<String> seen = new HashSet<>();
        for (JsonNode example : List.of(original, adult)) {
            JsonNode patient = example.path("entry").get(0);
            for (JsonNode entry : example.path("entry")) {
                for (List<String> path : paths(entry.path("resource"))) {
                    if (!seen.add(entry.path("resource").path("resourceType").asText() + path)) {
                        continue;
                    }
                    for (String value : odd) {
                        ObjectNode changed = entry.deepCopy();
                        put(
                                changed.path("resource"),
                                path,
                                tree("{\"v\":" + value + "}").path("v"));
                        ObjectNode record = example.deepCopy();
                        ArrayNode entries = record.putArray("entry");
                        if (!changed.path("resource")
                                .path("resourceType")
                                .asText()
                                .equals("Patient")) {
                            entries.add(patient);
                        }
                        entries.add(changed);
                        same(record);
                    }
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(100);
    }

    /** Paths of all leaves. */
    private static List<List<String>> paths(JsonNode node) {
        List<List<String>> all = new ArrayList<>();
        collect(node, List.of(), all);
        return all;
    }

    private static void collect(JsonNode node, List<String> at, List<List<String>> all) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(field.getValue(), and(at, field.getKey()), all));
        } else if (node.isArray()) {
            collect(node.get(0), and(at, "0"), all);
        } else {
            all.add(at);
        }
    }

    private static List<String> and(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }

    private static void put(JsonNode node, List<String> path, JsonNode value) {
        JsonNode at = node;
        for (String step : path.subList(0, path.size() - 1)) {
            at = at.isArray() ? at.get(Integer.parseInt(step)) : at.get(step);
        }
        if (at instanceof ObjectNode object) {
            object.set(path.getLast(), value);
        } else {
            ((ArrayNode) at).set(Integer.parseInt(path.getLast()), value);
        }
    }

    @Test
    void severalPatientsAreComparedInFull() {
        String one = "{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"p\",\"gender\":\"male\","
                + "\"birthDate\":\"2016-01-09\",\"name\":[{\"family\":\"A\"}]}}";
        String other = one.replace("\"A\"", "\"B\"");
        for (String second : List.of(one, other)) {
            JsonNode record = tree("{\"resourceType\":\"Bundle\",\"entry\":[" + one + "," + second + "]}");
            same(record);
            assertThat(FhirRecord.read(record, Examples.AS_OF) instanceof RecordResult.Understood)
                    .isEqualTo(second.equals(one));
        }
    }

    @Test
    void theTypesOfFhirAreThoseOfTheParser() {
        assertThat(FhirBundle.DEFINED).containsExactlyInAnyOrderElementsOf(R4.getResourceTypes());
    }
}
