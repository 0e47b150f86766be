package org.lamella.care.rod;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamella.care.plan.Statement;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.evidence.Citation;
import org.lamella.evidence.data.YamlNode;

/** The figures of {@code rods.yaml} with their sources; read once. */
public final class RodFacts {
    /**
     * One limit of a choice.
     *
     * @param value value in {@code unit}
     * @param unit unit
     * @param status {@code stated} in a text that was read, {@code assumed}, or {@code unconfirmed} (quoted, not read)
     * @param source citation
     */
    public record Limit(double value, String unit, String status, Citation source) {}

    /** What a rod does while the bone grows. */
    public enum DeviceKind {
        FIXED,
        TELESCOPING,
        MATURE
    }

    /**
     * One rod of the catalogue.
     *
     * @param name name
     * @param kind what it does while the bone grows
     * @param narrow true when a text names it for canals below the smallest telescoping rod
     * @param text what was read about it
     * @param sources citations
     */
    public record Device(String name, DeviceKind kind, boolean narrow, String text, List<Citation> sources) {}

    /** Whom an operation concerns. */
    public enum Concerns {
        ALL,
        CHILD,
        YOUNG_ADULT
    }

    /**
     * An operation to be named in the conversation.
     *
     * @param concerns whom it concerns
     * @param said name and what was read, with sources
     */
    public record Procedure(Concerns concerns, Statement said) {}

    private static final class Holder {
        static final RodFacts READ = new RodFacts();
    }

    private final Map<String, Limit> limits = new LinkedHashMap<>();
    private final List<PublishedFigure> figures = new ArrayList<>();
    private final Map<String, Citation> sources = new LinkedHashMap<>();
    private final List<Device> devices = new ArrayList<>();
    private final List<Procedure> procedures = new ArrayList<>();

    private RodFacts() {
        for (Citation citation : RuleCatalogue.standard().sources()) {
            sources.put(citation.key(), citation);
        }
        YamlNode root = YamlNode.resource(RodFacts.class, "rods.yaml")
                .onlyKeys("limits", "figures", "sources", "devices", "procedures");
        for (YamlNode node : root.items("sources")) {
            Citation own = new Citation(
                    node.text("key"),
                    node.text("title"),
                    node.text("reference"),
                    node.choice("level", org.lamella.evidence.VerificationLevel.class));
            sources.put(own.key(), own);
        }
        for (YamlNode node : root.items("limits")) {
            limits.put(
                    node.text("name"),
                    new Limit(node.number("value"), node.text("unit"), node.text("status"), source(node)));
        }
        root.items("devices").forEach(node -> devices.add(device(node)));
        root.items("procedures").forEach(node -> procedures.add(procedure(node)));
        for (YamlNode node : root.items("figures")) {
            figures.add(new PublishedFigure(node.text("what"), node.text("figure"), source(node)));
        }
    }

    private Device device(YamlNode node) {
        List<Citation> cited = new ArrayList<>();
        node.items("sources").forEach(key -> cited.add(citation(key.text())));
        return new Device(
                node.text("name"),
                node.choice("kind", DeviceKind.class),
                node.get("narrow").flag(),
                node.text("text"),
                List.copyOf(cited));
    }

    private static Procedure procedure(YamlNode node) {
        List<Citation> cited = new ArrayList<>();
        node.items("rules")
                .forEach(id ->
                        cited.addAll(RuleCatalogue.standard().rule(id.text()).sources()));
        return new Procedure(
                node.choice("concerns", Concerns.class),
                new Statement(
                        node.text("name") + ": " + node.text("text") + ".",
                        cited.stream().distinct().toList()));
    }

    private Citation source(YamlNode node) {
        Citation found = sources.get(node.text("source"));
        if (found == null) {
            throw node.get("source").wrong("a key of the sources of the care rules or of this file");
        }
        return found;
    }

    public static RodFacts standard() {
        return Holder.READ;
    }

    /** A limit by name; throws when the data file has none of that name. */
    public Limit limit(String name) {
        Limit limit = limits.get(name);
        if (limit == null) {
            throw new IllegalArgumentException("rod limit '" + name + "': accepted are " + limits.keySet());
        }
        return limit;
    }

    public Map<String, Limit> limits() {
        return Map.copyOf(limits);
    }

    /** Published complication and revision figures in the order of the file. */
    public List<PublishedFigure> figures() {
        return List.copyOf(figures);
    }

    /** Rods of the catalogue in the order of the file. */
    public List<Device> devices() {
        return List.copyOf(devices);
    }

    /** Operations to be named in the conversation. */
    public List<Procedure> procedures() {
        return List.copyOf(procedures);
    }

    /** A sentence with its sources, by key. */
    Statement cited(String text, String... keys) {
        return new Statement(text, Arrays.stream(keys).map(this::citation).toList());
    }

    /** A source by key. */
    public Citation citation(String key) {
        Citation found = sources.get(key);
        if (found == null) {
            throw new IllegalArgumentException("source '" + key + "' is not known");
        }
        return found;
    }
}
