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
    /** Finds a name that stands twice in an object when the tree is built, in a third of the time of the strict one. */
    private static final ObjectMapper QUICK =
            mapper().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY).build();

    private FhirBundleText() {}

    /** Looks for doubled names while reading, so that it can say where; asked only when {@link #QUICK} met a fault. */
    private static final class Strict {
        private static final ObjectMapper MAPPER =
                mapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();
    }

    private static JsonMapper.Builder mapper() {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .maxStringLength((int) RecordText.LARGEST)
                                .build())
                        .build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .nodeFactory(JsonNodeFactory.withExactBigDecimals(true));
    }

    sealed interface Tree {
        record Parsed(JsonNode root) implements Tree {}

        record Broken(InputFault fault) implements Tree {}
    }

    static Tree parse(String text) {
        try {
            return new Tree.Parsed(QUICK.readTree(text));
        } catch (JsonProcessingException e) {
            return strictly(text);
        }
    }

    private static Tree strictly(String text) {
        try {
            return new Tree.Parsed(Strict.MAPPER.readTree(text));
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
