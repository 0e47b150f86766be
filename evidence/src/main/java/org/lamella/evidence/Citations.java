package org.lamella.evidence;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lamella.evidence.data.DataFileException;
import org.lamella.evidence.data.YamlNode;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.evidence.study.Studies;

/**
 * All citations of the product by key: sources of the care rules, of the drug files, of the reference tables, and the
 * published studies (by study id). Where a drug file gives a key of the care rules its own wording, the wording of the
 * care rules is found here and that of the drug file in {@link DrugFormulary#source}.
 */
public final class Citations {
    private static final Map<String, Citation> GUIDELINES = read("citations/guidelines.yaml");
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
        Map<String, Citation> all = new LinkedHashMap<>(GUIDELINES);
        DrugFormulary.standard().sources().forEach(c -> all.putIfAbsent(c.key(), c));
        REFERENCES.forEach(all::putIfAbsent);
        Studies.catalogue().all().forEach(s -> all.putIfAbsent(s.id(), s.citation()));
        return Collections.unmodifiableMap(all);
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
