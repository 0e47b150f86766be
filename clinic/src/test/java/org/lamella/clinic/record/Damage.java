package org.lamella.clinic.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Damages a record somewhere: takes an element away, renames it, or puts something odd in its place. */
final class Damage {
    private static final String[] ODD = {
        "null",
        "true",
        "-1",
        "0",
        "1e999",
        "1E-999",
        "\"\"",
        "\"x\"",
        "[]",
        "{}",
        "[null]",
        "\"2026-02-30\"",
        "\"9999\"",
        "99999999999999999999999999999999999999",
        "\"\\u0000\"",
        "\"Patient/p\"",
        "{\"coding\":[{}]}",
        "[[[]]]"
    };
    /** How FHIR says that a value is not there: the element stands, with an extension and nothing else. */
    private static final String ABSENT =
            "{\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/data-absent-reason\",\"valueCode\":\"unknown\"}]}";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Damage() {}

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps about twelve entries, so that each damaged record is read quickly. */
    static void thin(ArrayNode entries, SplittableRandom random) {
        while (entries.size() > 12) {
            entries.remove(1 + random.nextInt(entries.size() - 1));
        }
    }

    /** One change at a random place. */
    static void once(JsonNode root, SplittableRandom random) {
        JsonNode at = root;
        while (true) {
            List<JsonNode> children = new ArrayList<>();
            at.forEach(children::add);
            List<JsonNode> containers =
                    children.stream().filter(JsonNode::isContainerNode).toList();
            if (containers.isEmpty() || random.nextInt(7) == 0) {
                break;
            }
            at = containers.get(random.nextInt(containers.size()));
        }
        JsonNode odd = json(ODD[random.nextInt(ODD.length)]);
        if (at instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(4)) {
                case 0 -> object.remove(name);
                case 2 -> {
                    object.remove(name);
                    object.set("_" + name, json(ABSENT));
                }
                case 1 -> object.set(name, odd);
                default -> object.set(name + "x", object.remove(name));
            }
        } else if (at instanceof ArrayNode array) {
            array.add(odd);
        }
    }
}
