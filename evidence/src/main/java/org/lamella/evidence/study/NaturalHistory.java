package org.lamella.evidence.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamella.evidence.data.DataFileException;
import org.lamella.evidence.data.YamlNode;

/** What is known of OI without treatment, or described without regard to it: 92 tabulated findings. */
public final class NaturalHistory {
    private static final String FILE = "natural_history.yaml";
    private static final NaturalHistory ALL = new NaturalHistory();

    private final Map<String, NaturalFact> byId = new LinkedHashMap<>();
    private final List<String> notFound = new ArrayList<>();

    private NaturalHistory() {
        YamlNode top = YamlNode.resource(NaturalHistory.class, FILE);
        for (String section : top.keys()) {
            read(section, top.get(section));
        }
    }

    private void read(String section, YamlNode node) {
        if (node.isMap()) {
            for (String key : node.keys()) {
                read(section + "." + key, node.get(key));
            }
            return;
        }
        for (YamlNode item : node.items()) {
            if (item.isMap()) {
                NaturalFact fact = fact(section, item);
                if (byId.put(fact.id(), fact) != null) {
                    throw new DataFileException(FILE, fact.id(), "the same id twice", "one entry per finding");
                }
            } else {
                notFound.add(section + ": " + item.text());
            }
        }
    }

    private static NaturalFact fact(String section, YamlNode item) {
        Map<String, Object> details = new LinkedHashMap<>(RawYaml.map(item));
        List.of("id", "measure", "values", "source", "canonical", "not_found").forEach(details::remove);
        boolean gap = item.has("not_found") || item.text("id").equals("not_found");
        return new NaturalFact(
                item.text("id"),
                section,
                item.optionalText("measure")
                        .or(() -> item.optionalText("finding"))
                        .orElse(item.text("id")),
                item.find("values").map(RawYaml::map).orElse(Map.of()),
                java.util.Collections.unmodifiableMap(details),
                gap ? item.optionalText("source").orElse("none") : item.text("source"),
                item.optionalText("canonical").orElse(""),
                gap);
    }

    public static NaturalHistory catalogue() {
        return ALL;
    }

    /** All findings in file order. */
    public List<NaturalFact> all() {
        return List.copyOf(byId.values());
    }

    /** Findings of a section or of its parts: {@code bmd} gives {@code bmd.children} and {@code bmd.adults} too. */
    public List<NaturalFact> section(String name) {
        return byId.values().stream()
                .filter(f -> f.section().equals(name) || f.section().startsWith(name + "."))
                .toList();
    }

    public Optional<NaturalFact> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** A finding that must exist. */
    public NaturalFact get(String id) {
        return find(id).orElseThrow(() ->
                new DataFileException(FILE, id, "no such finding", "one of " + String.join(", ", byId.keySet())));
    }

    /** What was looked for and could not be found, with its section. */
    public List<String> notFound() {
        return List.copyOf(notFound);
    }
}
