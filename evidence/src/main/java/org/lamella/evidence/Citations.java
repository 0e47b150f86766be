package org.lamella.evidence;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamella.evidence.data.DataFileException;
import org.lamella.evidence.data.YamlNode;
import org.lamella.evidence.study.Studies;
import org.lamella.evidence.study.Study;

/**
 * The one home of all citations: sources of the care rules, further sources of the drug files, sources of the reference
 * tables, and the published studies (by study id). A key names one document; a key in two places is an error.
 */
public final class Citations {
    private static final Map<String, Citation> GUIDELINES = read("citations/guidelines.yaml");
    private static final Map<String, Citation> DRUGS = read("citations/drugs.yaml");
    private static final Map<String, Citation> REFERENCES = read("citations/references.yaml");

    private static final class Holder {
        static final Map<String, Citation> ALL = everything();
    }

    private Citations() {}

    private static Map<String, Citation> read(String file) {
        YamlNode top = YamlNode.resource(Citations.class, file).onlyKeys("sources");
        Map<String, Citation> byKey = new LinkedHashMap<>();
        for (YamlNode node : top.items("sources")) {
            node.onlyKeys("key", "title", "reference", "level");
            Citation citation = new Citation(
                    node.text("key"),
                    node.text("title"),
                    node.text("reference"),
                    node.choice("level", VerificationLevel.class));
            if (byKey.put(citation.key(), citation) != null) {
                throw new DataFileException(file, citation.key(), "the same key twice", "one entry per key");
            }
        }
        return Collections.unmodifiableMap(byKey);
    }

    private static Map<String, Citation> everything() {
        Map<String, Citation> all = new LinkedHashMap<>();
        List<Citation> studies =
                Studies.catalogue().all().stream().map(Study::citation).toList();
        for (Collection<Citation> home : List.of(GUIDELINES.values(), DRUGS.values(), REFERENCES.values(), studies)) {
            home.forEach(c -> add(all, c));
        }
        return Collections.unmodifiableMap(all);
    }

    private static void add(Map<String, Citation> all, Citation citation) {
        if (all.put(citation.key(), citation) != null) {
            throw new DataFileException("citations", citation.key(), "the same key in two files", "one home per key");
        }
    }

    /** Sources of the care rules by key, in alphabetical order of the keys. */
    public static Map<String, Citation> guidelines() {
        return GUIDELINES;
    }

    /** Source of a reference table or equation of this module. */
    public static Citation reference(String key) {
        Citation citation = REFERENCES.get(key);
        if (citation == null) {
            throw new DataFileException(
                    "citations/references.yaml", key, "no such key", "one of " + REFERENCES.keySet());
        }
        return citation;
    }

    /** Every citation: care rules, then drug files, reference tables and studies. */
    public static Collection<Citation> all() {
        return Holder.ALL.values();
    }

    public static Optional<Citation> find(String key) {
        return Optional.ofNullable(Holder.ALL.get(key));
    }

    /** A citation that must exist. */
    public static Citation get(String key) {
        return find(key)
                .orElseThrow(() -> new DataFileException(
                        "citations", key, "no such key", "a key of a care rule, drug file, reference table or study"));
    }
}
