package org.lamella.care.rules.cql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.cqframework.cql.cql2elm.CqlTranslator;
import org.cqframework.cql.cql2elm.LibraryBuilder.SignatureLevel;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.cqframework.cql.cql2elm.StringLibrarySourceProvider;
import org.cqframework.cql.cql2elm.quick.FhirLibrarySourceProvider;

/**
 * Translates the CQL libraries to ELM (JSON). The build runs it once and packs the result, so that a program starts from
 * ELM and never needs the translator. Remarks of the translator are left out of the ELM; an error fails the build.
 */
public final class ElmTranslation {
    private static final JsonMapper JSON = new JsonMapper();
    /** Changes when the way of translating changes, so that an old result is not taken for a new one. */
    private static final String RECIPE = "2 cql-to-elm 4.4.0";

    private ElmTranslation() {}

    /**
     * Run by the build after compilation.
     *
     * @param arguments the folder for the ELM files
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path mark = folder.resolve("sources.sha256");
        String sources = fingerprint();
        if (Files.exists(mark) && Files.readString(mark).equals(sources)) {
            return;
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, String> elm : translate().entrySet()) {
            Files.writeString(folder.resolve(elm.getKey() + ".json"), elm.getValue());
        }
        Files.writeString(mark, sources);
    }

    /** ELM (JSON) of every library by name; throws with the translator's messages when a text has an error. */
    static Map<String, String> translate() {
        CqlCompilerOptions options = new CqlCompilerOptions();
        options.setOptions(
                CqlCompilerOptions.Options.DisableListDemotion, CqlCompilerOptions.Options.DisableListPromotion);
        options.setSignatureLevel(SignatureLevel.Overloads);
        LibraryManager manager = new LibraryManager(new ModelManager(), options);
        manager.getLibrarySourceLoader()
                .registerProvider(new StringLibrarySourceProvider(RuleLibraries.names().stream()
                        .map(RuleLibraries::source)
                        .toList()));
        manager.getLibrarySourceLoader().registerProvider(new FhirLibrarySourceProvider());
        Map<String, String> elm = new LinkedHashMap<>();
        for (String name : RuleLibraries.names()) {
            CqlTranslator translator = CqlTranslator.fromText(RuleLibraries.source(name), manager);
            List<String> errors = translator.getErrors().stream()
                    .map(error -> name + " " + error.getLocator() + ": " + error.getMessage())
                    .toList();
            if (!errors.isEmpty()) {
                throw new IllegalStateException(String.join("; ", errors));
            }
            elm.put(name, plain(translator.toJson()));
        }
        return elm;
    }

    /** Without the translator's remarks, of which only the line with its version and options stays. */
    private static String plain(String json) {
        try {
            JsonNode top = JSON.readTree(json);
            ObjectNode library = (ObjectNode) top.get("library");
            ArrayNode kept = JSON.createArrayNode();
            library.get("annotation").forEach(note -> {
                if (note.path("type").asText().equals("CqlToElmInfo")) {
                    kept.add(note);
                }
            });
            dropRemarks(library);
            library.set("annotation", kept);
            return JSON.writeValueAsString(top);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void dropRemarks(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("annotation");
        }
        node.forEach(ElmTranslation::dropRemarks);
    }

    private static String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(RECIPE.getBytes(StandardCharsets.UTF_8));
            RuleLibraries.names()
                    .forEach(name -> digest.update(RuleLibraries.source(name).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
