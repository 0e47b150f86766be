package org.lamella.care.rod;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final class Holder {
        static final RodFacts READ = new RodFacts();
    }

    private final Map<String, Limit> limits = new LinkedHashMap<>();
    private final List<PublishedFigure> figures = new ArrayList<>();
    private final Map<String, Citation> sources = new LinkedHashMap<>();

    private RodFacts() {
        for (Citation citation : RuleCatalogue.standard().sources()) {
            sources.put(citation.key(), citation);
        }
        YamlNode root = YamlNode.resource(RodFacts.class, "rods.yaml").onlyKeys("limits", "figures", "sources");
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
        for (YamlNode node : root.items("figures")) {
            figures.add(new PublishedFigure(node.text("what"), node.text("figure"), source(node)));
        }
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

    /** A source by key. */
    public Citation citation(String key) {
        Citation found = sources.get(key);
        if (found == null) {
            throw new IllegalArgumentException("source '" + key + "' is not known");
        }
        return found;
    }
}
