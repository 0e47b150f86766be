package org.lamella.clinic.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamella.care.plan.CareItem;
import org.lamella.evidence.data.YamlNode;

/**
 * A hand-out as data: fixed sentences with the care rules that back them, and places for what the plan says.
 *
 * @param file name of the file it becomes
 * @param title heading
 * @param reader who reads it
 * @param shape how it is laid out
 * @param only rule without whose answer the paper is not made; blank for none
 * @param except rule whose answer keeps the paper from being made; blank for none
 * @param ages ages for which it is made
 * @param sections in order
 */
record Handout(
        String file,
        String title,
        Reader reader,
        Shape shape,
        String only,
        String except,
        Ages ages,
        List<Section> sections) {
    private static final int NO_END = 200;

    /**
     * Ages in completed years.
     *
     * @param from youngest age
     * @param below age from which it does not apply
     */
    record Ages(int from, int below) {
        boolean hold(int years) {
            return years >= from && years < below;
        }

        static Ages read(YamlNode node) {
            return new Ages(
                    node.has("from_years") ? (int) node.number("from_years") : 0,
                    node.has("below_years") ? (int) node.number("below_years") : NO_END);
        }
    }

    /** Who reads a hand-out. */
    enum Reader {
        PROFESSIONAL,
        FAMILY
    }

    /** How a hand-out is laid out. */
    enum Shape {
        PAGE,
        /** Two panels of the size of a bank card, 85.6 by 54 mm, to cut out. */
        WALLET
    }

    /**
     * @param heading heading
     * @param parts in order
     */
    record Section(String heading, List<Part> parts) {}

    /** A piece of a section. */
    sealed interface Part {
        /** Ages for which it is said or shown. */
        Ages ages();

        /**
         * A fixed text.
         *
         * @param text sentences
         * @param rules rules whose sources back it; at least one
         * @param ages ages for which it is said
         */
        record Said(String text, List<String> rules, Ages ages) implements Part {}

        /**
         * Something of the plan.
         *
         * @param what which part of the plan
         * @param rules starts of rule identifiers to which it is limited; all when empty
         * @param lanes rows of the history to which it is limited; all when empty
         * @param pathways identifiers of the pathways to which it is limited
         * @param kinds kinds of answer to which it is limited; all when empty
         * @param ages ages for which it is shown
         */
        record Shown(
                What what,
                List<String> rules,
                List<String> lanes,
                List<String> pathways,
                List<CareItem.Kind> kinds,
                Ages ages)
                implements Part {}
    }

    /** Parts of a plan that a hand-out can show. */
    enum What {
        HEADLINE,
        DRUGS,
        EVENTS,
        ITEMS,
        /** What is missing, each need once, without the rules that asked. */
        NEEDS,
        CALENDAR,
        STOPS,
        WAITS,
        CHOICES,
        SURGERY,
        SPINE,
        PATHWAY
    }

    /**
     * All hand-outs and the plain words for rules.
     *
     * @param handouts in order
     * @param plain plain words by rule identifier or by its start
     */
    record Collection(List<Handout> handouts, Map<String, String> plain) {
        /** Plain words for a rule: by its whole identifier, else by the longest start that is known. */
        Optional<String> words(String ruleId) {
            for (String start = ruleId;
                    !start.isEmpty();
                    start = start.substring(0, Math.max(0, start.lastIndexOf('-')))) {
                String words = plain.get(start);
                if (words != null) {
                    return Optional.of(words);
                }
                if (!start.contains("-")) {
                    break;
                }
            }
            return Optional.empty();
        }
    }

    private static final class Holder {
        static final Collection STANDARD = read(YamlNode.resource(Handout.class, "handouts.yaml"));
    }

    /** The hand-outs that come with the program; read once. */
    static Collection standard() {
        return Holder.STANDARD;
    }

    private static Collection read(YamlNode file) {
        List<Handout> handouts = file.onlyKeys("handouts", "plain").items("handouts").stream()
                .map(Handout::handout)
                .toList();
        Map<String, String> plain = new LinkedHashMap<>();
        YamlNode words = file.get("plain");
        words.keys().forEach(key -> plain.put(key, words.text(key)));
        return new Collection(handouts, plain);
    }

    private static Handout handout(YamlNode node) {
        node.onlyKeys("file", "title", "reader", "shape", "only", "except", "from_years", "below_years", "sections");
        List<Section> sections = node.items("sections").stream()
                .map(s -> new Section(
                        s.onlyKeys("heading", "parts").text("heading"),
                        s.items("parts").stream().map(Handout::part).toList()))
                .toList();
        return new Handout(
                node.text("file"),
                node.text("title"),
                node.choice("reader", Reader.class),
                node.has("shape") ? node.choice("shape", Shape.class) : Shape.PAGE,
                node.optionalText("only").orElse(""),
                node.optionalText("except").orElse(""),
                Ages.read(node),
                sections);
    }

    private static Part part(YamlNode node) {
        node.onlyKeys("text", "show", "rules", "lanes", "pathways", "kinds", "from_years", "below_years");
        List<String> rules = texts(node, "rules");
        if (node.has("text")) {
            if (rules.isEmpty()) {
                throw node.wrong("a text with at least one rule that backs it");
            }
            return new Part.Said(node.text("text"), rules, Ages.read(node));
        }
        List<CareItem.Kind> kinds =
                texts(node, "kinds").stream().map(CareItem.Kind::valueOf).toList();
        return new Part.Shown(
                node.choice("show", What.class),
                rules,
                texts(node, "lanes"),
                texts(node, "pathways"),
                kinds,
                Ages.read(node));
    }

    private static List<String> texts(YamlNode node, String key) {
        List<String> texts = new ArrayList<>();
        node.find(key).ifPresent(list -> list.items().forEach(item -> texts.add(item.text())));
        return List.copyOf(texts);
    }
}
