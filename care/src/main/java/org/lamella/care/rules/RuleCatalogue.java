package org.lamella.care.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamella.evidence.Citation;

/** All rules of the pathway in reading order: by topic, inside a topic as in its file. */
public final class RuleCatalogue {
    private static final class Holder {
        static final RuleCatalogue PACKED = load();
    }

    private final Map<String, Rule> byId;
    private final List<Rule> rules;
    private final Map<String, Citation> sources;

    private RuleCatalogue(List<Rule> rules, Map<String, Citation> sources) {
        Map<String, Rule> index = new LinkedHashMap<>();
        for (Rule rule : rules) {
            if (index.put(rule.id(), rule) != null) {
                throw new IllegalStateException("rule " + rule.id() + " occurs twice");
            }
        }
        this.byId = index;
        this.rules = List.copyOf(rules);
        this.sources = sources;
    }

    /** The catalogue that comes with the program; read once. */
    public static RuleCatalogue standard() {
        return Holder.PACKED;
    }

    private static RuleCatalogue load() {
        Map<String, Citation> sources = RuleFile.sources();
        List<Rule> rules = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            rules.addAll(RuleFile.rules(topic, sources));
        }
        return new RuleCatalogue(rules, sources);
    }

    public List<Rule> rules() {
        return rules;
    }

    public List<Rule> rules(Topic topic) {
        return rules.stream().filter(rule -> rule.topic() == topic).toList();
    }

    public Optional<Rule> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The rule with this id; throws when there is none. */
    public Rule rule(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("rule '" + id + "': not in the catalogue of "
                + rules.size() + " rules; ids look like LAB-02 or DOS-PAM-03"));
    }

    /** Every source that the rules may cite, in the order of the file. */
    public List<Citation> sources() {
        return List.copyOf(sources.values());
    }
}
