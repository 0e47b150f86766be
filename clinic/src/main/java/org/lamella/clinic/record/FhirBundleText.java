package org.lamella.clinic.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** JSON text as a tree: strict, with exact decimals, and with a line for every complaint. */
final class FhirBundleText {
    private static final int DEEPEST = 100;
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength((int) RecordText.LARGEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private FhirBundleText() {}

    sealed interface Tree {
        record Parsed(JsonNode root) implements Tree {}

        record Broken(InputFault fault) implements Tree {}
    }

    static Tree parse(String text) {
        try {
            return new Tree.Parsed(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            String at = place == null || place.getLineNr() < 1
                    ? "file"
                    : "line " + place.getLineNr() + ", column " + place.getColumnNr();
            return new Tree.Broken(new InputFault(
                    Reason.BROKEN_SYNTAX,
                    at,
                    firstLine(e.getOriginalMessage()),
                    "well-formed JSON",
                    "Export the record again; the file may have been cut short or edited by hand."));
        }
    }

    /** The parser's remark without its references to Java classes. */
    private static String firstLine(String message) {
        String line = message.lines().findFirst().orElse("broken JSON");
        if (line.startsWith("Trailing token")) {
            return "more text after the end of the JSON object";
        }
        int classes = line.indexOf("(through reference chain");
        return (classes < 0 ? line : line.substring(0, classes))
                .replaceAll("\\(`?[a-zA-Z]*\\.[A-Za-z.$]+[^)]*\\)", "")
                .strip();
    }
}
