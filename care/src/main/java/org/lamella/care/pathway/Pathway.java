package org.lamella.care.pathway;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.lamella.care.plan.Statement;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.evidence.Citation;
import org.lamella.evidence.data.YamlNode;
import org.lamella.patient.MobilityAssessment.Grade;

/**
 * A stretch of the care pathway as data.
 *
 * @param id stable identifier
 * @param title title
 * @param when conditions, any of which brings a person onto it
 * @param otherwise when it would apply, for those who are not on it
 * @param steps in order
 */
record Pathway(String id, String title, List<PathwayCondition> when, String otherwise, List<Step> steps) {
    /** Whom a step concerns. */
    enum Group {
        CHILD,
        ADULT
    }

    /**
     * @param text one or two sentences without a dose
     * @param rules care rules that back it; at least one
     * @param groups age groups to which it is limited; all when empty
     * @param grades functional levels to which it is limited; all when empty
     */
    record Step(String text, List<String> rules, List<Group> groups, List<Grade> grades) {
        Statement statement() {
            Set<Citation> sources = new LinkedHashSet<>();
            rules.forEach(id -> sources.addAll(RuleCatalogue.standard().rule(id).sources()));
            return new Statement(text, List.copyOf(sources));
        }
    }

    private static final class Holder {
        static final List<Pathway> STANDARD =
                YamlNode.resource(Pathway.class, "pathways.yaml").onlyKeys("pathways").items("pathways").stream()
                        .map(Pathway::read)
                        .toList();
    }

    /** The pathways that come with the program; read once. */
    static List<Pathway> standard() {
        return Holder.STANDARD;
    }

    /** Rules that any step names. */
    Set<String> rules() {
        Set<String> rules = new LinkedHashSet<>();
        steps.forEach(s -> rules.addAll(s.rules()));
        return rules;
    }

    private static Pathway read(YamlNode node) {
        node.onlyKeys("id", "title", "when", "otherwise", "steps");
        return new Pathway(
                node.text("id"),
                node.text("title"),
                list(node, "when", item -> choice(item, PathwayCondition.class)),
                node.optionalText("otherwise").orElse(""),
                node.items("steps").stream().map(Pathway::step).toList());
    }

    private static Step step(YamlNode node) {
        node.onlyKeys("text", "rules", "groups", "grades");
        List<String> rules = list(node, "rules", YamlNode::text);
        if (rules.isEmpty()) {
            throw node.wrong("a step with at least one rule that backs it");
        }
        return new Step(
                node.text("text"),
                rules,
                list(node, "groups", item -> choice(item, Group.class)),
                list(node, "grades", item -> choice(item, Grade.class)));
    }

    private static <E extends Enum<E>> E choice(YamlNode item, Class<E> type) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(item.text())) {
                return value;
            }
        }
        throw item.wrong("one of " + List.of(type.getEnumConstants()));
    }

    private static <T> List<T> list(YamlNode node, String key, Function<YamlNode, T> each) {
        List<T> items = new ArrayList<>();
        node.find(key).ifPresent(found -> found.items().forEach(item -> items.add(each.apply(item))));
        return List.copyOf(items);
    }
}
