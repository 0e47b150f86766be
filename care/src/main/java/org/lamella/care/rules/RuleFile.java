package org.lamella.care.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamella.evidence.Citation;
import org.lamella.evidence.Citations;
import org.lamella.evidence.VerificationLevel;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the rule files that are packed with this class. */
final class RuleFile {
    private RuleFile() {}

    static Map<String, Citation> sources() {
        return new LinkedHashMap<>(Citations.guidelines());
    }

    static List<Rule> rules(Topic topic, Map<String, Citation> sources) {
        List<Rule> rules = new ArrayList<>();
        for (Map<?, ?> entry : entries(topic.file(), "rules")) {
            rules.add(rule(topic, entry, sources));
        }
        return rules;
    }

    private static Rule rule(Topic topic, Map<?, ?> entry, Map<String, Citation> sources) {
        String id = text(entry, "id");
        return new Rule(
                id,
                topic,
                text(entry, "title"),
                text(entry, "statement"),
                texts(entry, "inputs"),
                text(entry, "trigger"),
                text(entry, "action"),
                text(entry, "strength"),
                textOrNull(entry, "exceptions"),
                VerificationLevel.valueOf(text(entry, "verification")),
                Boolean.parseBoolean(text(entry, "enabled_by_default")),
                "true".equals(textOrNull(entry, "hard_stop")),
                texts(entry, "unverified_parts"),
                texts(entry, "sources").stream()
                        .map(key -> source(id, key, sources))
                        .toList(),
                textOrNull(entry, "disagreement"),
                texts(entry, "seeds"),
                parameters(id, entry, sources));
    }

    private static List<RuleParameter> parameters(String id, Map<?, ?> entry, Map<String, Citation> sources) {
        List<RuleParameter> parameters = new ArrayList<>();
        if (entry.get("parameters") instanceof List<?> listed) {
            for (Object item : listed) {
                Map<?, ?> map = (Map<?, ?>) item;
                String note = textOrNull(map, "note");
                parameters.add(new RuleParameter(
                        text(map, "name"),
                        new BigDecimal(text(map, "value")),
                        text(map, "unit"),
                        source(id, text(map, "source"), sources),
                        RuleParameter.Status.valueOf(text(map, "status").toUpperCase(Locale.ROOT)),
                        note == null ? "" : note));
            }
        }
        return parameters;
    }

    private static Citation source(String id, String key, Map<String, Citation> sources) {
        // Most sources are those of the guidelines; an equation or reference table brings its own.
        return sources.computeIfAbsent(
                key,
                unseen -> Citations.find(unseen)
                        .orElseThrow(() -> new IllegalStateException(
                                "rule " + id + ": source " + unseen + " is in none of the citation files")));
    }

    private static List<Map<?, ?>> entries(String file, String list) {
        String name = file + ".yaml";
        try (InputStream in = RuleFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("rule file " + name + " is missing from the program");
            }
            LoadSettings settings = LoadSettings.builder().setLabel(name).build();
            Map<?, ?> root = (Map<?, ?>) new Load(settings).loadFromInputStream(in);
            List<Map<?, ?>> entries = new ArrayList<>();
            if (root.get(list) instanceof List<?> items) {
                items.forEach(item -> entries.add((Map<?, ?>) item));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static String text(Map<?, ?> entry, String key) {
        String value = textOrNull(entry, key);
        if (value == null) {
            throw new IllegalStateException("rule data: entry " + entry + " has no '" + key + "'");
        }
        return value;
    }

    private static @Nullable String textOrNull(Map<?, ?> entry, String key) {
        Object value = entry.get(key);
        return value == null ? null : value.toString();
    }

    private static List<String> texts(Map<?, ?> entry, String key) {
        List<String> texts = new ArrayList<>();
        if (entry.get(key) instanceof List<?> items) {
            items.forEach(item -> texts.add(item.toString()));
        }
        return texts;
    }
}
