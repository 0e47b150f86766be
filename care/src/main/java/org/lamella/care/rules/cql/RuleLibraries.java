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

/** The CQL libraries of the pathway, in the order in which they build on one another. */
public final class RuleLibraries {
    static final String VERSION = "0.1.0";
    /** What must be silent before a drug may stand among the options. */
    static final String GATE = "LamellaGate";

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
            "LamellaOutcomes",
            GATE);
    private static final Pattern RULE = Pattern.compile("(?m)^define \"([A-Z]+(?:-[A-Z]+)?-\\d\\d)\":");

    private RuleLibraries() {}

    public static List<String> names() {
        return NAMES;
    }

    /** Version of the content: the same in each library, plan, activity, value set and in the package. */
    public static String version() {
        return VERSION;
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

    /** ELM (JSON) of a library, as translated by the build. */
    public static String elm(String name) {
        return ElmLibraries.text(name);
    }
}
