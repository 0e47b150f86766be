package org.lamella.evidence.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamella.evidence.Citation;
import org.lamella.evidence.VerificationLevel;
import org.lamella.evidence.data.YamlNode;

/** Reader of {@code studies_other_drugs.yaml}: one arm per study, outcomes grouped by topic. */
final class OtherDrugsFile {
    static final String FILE = "studies_other_drugs.yaml";

    private static final List<String> DESIGN =
            List.of("design", "class", "comparator", "dose", "route", "schedule", "duration");
    private static final List<String> POPULATION = List.of("n", "oi_types", "age", "prior_bp");

    private OtherDrugsFile() {}

    static List<Study> read() {
        YamlNode top = YamlNode.resource(OtherDrugsFile.class, FILE).onlyKeys("studies", "reserved");
        List<Study> studies = new ArrayList<>();
        for (YamlNode node : top.items("studies")) {
            studies.add(study(node, node.choice("role", Role.class)));
        }
        for (YamlNode node : top.items("reserved")) {
            studies.add(study(node, Role.RESERVED));
        }
        return studies;
    }

    private static Study study(YamlNode node, Role role) {
        List<String> read = new ArrayList<>(
                node.items("url_read").stream().map(YamlNode::text).toList());
        String source = String.join(" ; ", read);
        node.optionalText("depth").ifPresent(depth -> read.add("seen: " + depth));
        List<String> notes = new ArrayList<>();
        node.optionalText("caveats").ifPresent(notes::add);
        node.optionalText("dispersion").ifPresent(d -> notes.add("dispersion: " + d));
        node.optionalText("status").ifPresent(notes::add);
        return new Study(
                node.text("id"),
                role,
                citation(node),
                List.of(node.text("drug")),
                some(node, DESIGN),
                some(node, POPULATION),
                List.of(),
                List.of(),
                outcomes(node, source),
                List.of(),
                notes,
                read);
    }

    private static Citation citation(YamlNode node) {
        String reference = node.optionalText("doi").map(doi -> "doi:" + doi).orElseGet(() -> {
            List<YamlNode> read = node.items("url_read");
            return read.isEmpty() ? node.text("citation") : read.getFirst().text();
        });
        return new Citation(node.text("id"), node.text("citation"), reference, VerificationLevel.V2);
    }

    private static Map<String, Object> some(YamlNode node, List<String> keys) {
        Map<String, Object> found = new LinkedHashMap<>();
        Map<String, Object> all = RawYaml.map(node);
        for (String key : keys) {
            Object value = all.get(key);
            if (value != null) {
                found.put(key, value);
            }
        }
        return java.util.Collections.unmodifiableMap(found);
    }

    private static List<Outcome> outcomes(YamlNode study, String source) {
        List<Outcome> outcomes = new ArrayList<>();
        study.find("outcomes").ifPresent(topics -> {
            for (String topic : topics.keys()) {
                topics.find(topic).ifPresent(entry -> {
                    if (entry.isMap()) {
                        for (String part : entry.keys()) {
                            entry.find(part)
                                    .ifPresent(value -> outcomes.add(outcome(topic + "." + part, value, source)));
                        }
                    } else {
                        outcomes.add(outcome(topic, entry, source));
                    }
                });
            }
        });
        return outcomes;
    }

    private static Outcome outcome(String measure, YamlNode value, String source) {
        return new Outcome("", measure, null, Value.of(value), "", null, null, "", null, "", source);
    }
}
