package org.lamella.clinic.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Thousands of damaged records: no exception leaves the reader, and what is refused says why. */
class FuzzVerificationTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static void survives(String text) {
        RecordResult result = RecordReader.parse(text, Examples.AS_OF);
        // What is taken straight from JSON and what the FHIR parser reads must be one and the same.
        assertThat(result).isEqualTo(RecordReader.parseInFull(text, Examples.AS_OF));
        if (result instanceof RecordResult.Refused refused) {
            assertThat(refused.faults())
                    .isNotEmpty()
                    .allSatisfy(f -> assertThat(f.sentence()).isNotBlank().doesNotContain("Exception"));
        } else {
            ((RecordResult.Understood) result)
                    .notes()
                    .forEach(n -> assertThat(n.sentence()).doesNotContain("Exception"));
        }
    }

    @Test
    void damagedBytesAreMetWithWords() {
        SplittableRandom random = new SplittableRandom(20261101);
        List<String> records = List.of(
                Examples.text("boy-gaps-and-odd-units.json"),
                Examples.text("newborn-type-iii.json"),
                Examples.text("plain-record.yaml"));
        for (int i = 0; i < 1500; i++) {
            byte[] bytes = records.get(i % records.size()).getBytes(StandardCharsets.UTF_8);
            int changes = 1 + random.nextInt(4);
            for (int k = 0; k < changes; k++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
            }
            int keep = random.nextInt(8) == 0 ? random.nextInt(bytes.length) : bytes.length;
            survives(new String(bytes, 0, keep, StandardCharsets.UTF_8));
        }
    }

    @Test
    void damagedStructureIsMetWithWords() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        JsonNode gaps = JSON.readTree(Examples.text("boy-gaps-and-odd-units.json"));
        JsonNode teenager = JSON.readTree(Examples.text("teenager-type-iv-zoledronate.json"));
        JsonNode girl = JSON.readTree(Examples.text("girl-26-months-pamidronate.json"));
        for (int i = 0; i < 1500; i++) {
            JsonNode record = List.of(gaps, teenager, girl).get(i % 3).deepCopy();
            Damage.thin((ArrayNode) record.path("entry"), random);
            int changes = 1 + random.nextInt(5);
            for (int k = 0; k < changes; k++) {
                Damage.once(record, random);
            }
            survives(record.toString());
        }
    }

    @Test
    void damagedLinesOfAPlainRecordAreMetWithWords() {
        SplittableRandom random = new SplittableRandom(11);
        List<String> lines = Examples.text("plain-record.yaml").lines().toList();
        String[] odd = {
            "x: [",
            "- - -",
            "{date: }",
            "&a *a",
            "? : ?",
            "!!binary x",
            "|",
            "\t",
            "date: 2026-99-99",
            "'",
            "%YAML 9",
            "---"
        };
        for (int i = 0; i < 1500; i++) {
            List<String> changed = new ArrayList<>(lines);
            int changes = 1 + random.nextInt(4);
            for (int k = 0; k < changes; k++) {
                int line = random.nextInt(changed.size());
                switch (random.nextInt(4)) {
                    case 0 -> changed.remove(line);
                    case 1 -> changed.set(line, changed.get(line).replace(':', ' '));
                    case 2 -> changed.set(line, changed.get(line) + odd[random.nextInt(odd.length)]);
                    default -> changed.add(line, changed.get(random.nextInt(changed.size())));
                }
            }
            survives(String.join("\n", changed));
        }
    }
}
