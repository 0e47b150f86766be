package org.lamella.care.rules.cql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.cqframework.cql.cql2elm.CqlTranslator;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.cqframework.cql.cql2elm.StringLibrarySourceProvider;
import org.cqframework.cql.cql2elm.quick.FhirLibrarySourceProvider;

/** The CQL libraries of the pathway, in the order in which they build on one another. */
public final class RuleLibraries {
    static final String VERSION = "0.1.0";
    private static final List<String> NAMES = List.of(
            "LamellaConcepts",
            "LamellaConfig",
            "LamellaElements",
            "LamellaCommon",
            "LamellaSafety",
            "LamellaDiagnosis",
            "LamellaImaging",
            "LamellaLaboratory",
            "LamellaVitaminD",
            "LamellaIndication",
            "LamellaDosing",
            "LamellaInfusion",
            "LamellaDental",
            "LamellaSurgicalHold",
            "LamellaOrthopaedics",
            "LamellaFractureCare",
            "LamellaSpine",
            "LamellaHearing",
            "LamellaCardiopulmonary",
            "LamellaAnaesthesia",
            "LamellaPregnancy",
            "LamellaRehabilitation",
            "LamellaPain",
            "LamellaMonitoring",
            "LamellaStopping",
            "LamellaTransition",
            "LamellaOutcomes");
    private static final Pattern RULE = Pattern.compile("(?m)^define \"([A-Z]+(?:-[A-Z]+)?-\\d\\d)\":");

    private RuleLibraries() {}

    public static List<String> names() {
        return NAMES;
    }

    /** CQL text of a library. */
    public static String source(String name) {
        try (InputStream in = RuleLibraries.class.getResourceAsStream(name + ".cql")) {
            if (in == null) {
                throw new IllegalArgumentException("CQL library '" + name + "': accepted are " + NAMES);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** Rule ids by library, in the order of the text. */
    public static Map<String, List<String>> rules() {
        Map<String, List<String>> rules = new LinkedHashMap<>();
        for (String name : NAMES) {
            List<String> ids = new ArrayList<>();
            Matcher matcher = RULE.matcher(source(name));
            while (matcher.find()) {
                ids.add(matcher.group(1));
            }
            if (!ids.isEmpty()) {
                rules.put(name, ids);
            }
        }
        return rules;
    }

    /** A manager that finds all libraries and FHIRHelpers, from which an engine compiles. */
    static LibraryManager manager() {
        LibraryManager manager = new LibraryManager(new ModelManager(), CqlCompilerOptions.defaultOptions());
        manager.getLibrarySourceLoader()
                .registerProvider(new StringLibrarySourceProvider(
                        NAMES.stream().map(RuleLibraries::source).toList()));
        manager.getLibrarySourceLoader().registerProvider(new FhirLibrarySourceProvider());
        return manager;
    }

    /** ELM (JSON) of every library by name; throws with the translator's messages when a text has an error. */
    public static Map<String, String> elm() {
        LibraryManager manager = manager();
        Map<String, String> elm = new LinkedHashMap<>();
        for (String name : NAMES) {
            CqlTranslator translator = CqlTranslator.fromText(source(name), manager);
            List<String> errors = translator.getErrors().stream()
                    .map(error -> name + " " + error.getLocator() + ": " + error.getMessage())
                    .toList();
            if (!errors.isEmpty()) {
                throw new IllegalStateException(String.join("; ", errors));
            }
            elm.put(name, translator.toJson());
        }
        return elm;
    }
}
