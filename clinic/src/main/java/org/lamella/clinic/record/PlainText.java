package org.lamella.clinic.record;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** The text of a plain record as YAML nodes, which know their lines. */
sealed interface PlainText {
    /** A hand-written record is a few thousand characters long. */
    int LONGEST = 2_000_000;

    record Parsed(MappingNode root) implements PlainText {}

    record Broken(InputFault fault) implements PlainText {}

    static PlainText parse(String text) {
        if (text.length() > LONGEST) {
            return broken(
                    Reason.FILE_TOO_LARGE,
                    "file",
                    "a text of " + text.length() + " characters that is not a FHIR Bundle",
                    "a plain record of at most " + LONGEST + " characters",
                    "");
        }
        try {
            return root(new Compose(LoadSettings.builder().setLabel("record").build())
                    .composeString(text)
                    .orElse(null));
        } catch (MarkedYamlEngineException e) {
            String at = e.getProblemMark()
                    .map(mark -> "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                    .orElse("file");
            return broken(
                    Reason.BROKEN_SYNTAX,
                    at,
                    Sentences.quote(String.valueOf(e.getProblem())),
                    "a FHIR R4 Bundle in JSON, or a plain record in YAML",
                    "If it is meant as YAML, check the indentation and the colons of this line.");
        } catch (YamlEngineException e) {
            return broken(
                    Reason.BROKEN_SYNTAX,
                    "file",
                    "text that is neither JSON nor YAML",
                    "a FHIR R4 Bundle in JSON, or a plain record in YAML",
                    "");
        } catch (StackOverflowError e) {
            // The parser descends once for each level of nesting; a record has three.
            return broken(Reason.BROKEN_SYNTAX, "file", "text that is nested too deeply", "a plain record in YAML", "");
        }
    }

    private static PlainText root(@Nullable Node node) {
        return node instanceof MappingNode map
                ? new Parsed(map)
                : broken(
                        Reason.NOT_A_RECORD,
                        "file",
                        "text without keys and values",
                        "a FHIR R4 Bundle in JSON, or a plain record that begins with lamella-record: 1",
                        "See docs/reference/record-plain.md.");
    }

    private static PlainText broken(Reason reason, String at, String found, String accepted, String advice) {
        return new Broken(new InputFault(reason, at, found, accepted, advice));
    }
}
