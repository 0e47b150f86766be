package org.lamella.care.spine;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lamella.care.plan.Statement;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.evidence.Citation;
import org.lamella.evidence.VerificationLevel;
import org.lamella.evidence.data.YamlNode;
import org.lamella.patient.OiType;

/** The figures of {@code spine.yaml} with their sources; read once. */
public final class SpineFacts {
    /**
     * One figure.
     *
     * @param value value in {@code unit}
     * @param unit unit
     * @param status {@code stated} in a text that was read, or {@code assumed}
     * @param source citation
     */
    public record Figure(double value, String unit, String status, Citation source) {}

    private static final String COHORT = "COHORT";

    private static final class Holder {
        static final SpineFacts READ = new SpineFacts();
    }

    private final Map<String, Figure> limits = new LinkedHashMap<>();
    private final Map<String, Figure> progression = new LinkedHashMap<>();
    private final Map<String, Citation> sources = new LinkedHashMap<>();
    private final Map<Integer, Statement> grades = new LinkedHashMap<>();

    private SpineFacts() {
        RuleCatalogue.standard().sources().forEach(c -> sources.put(c.key(), c));
        YamlNode root = YamlNode.resource(SpineFacts.class, "spine.yaml")
                .onlyKeys("sources", "progression", "limits", "grades");
        for (YamlNode node : root.items("sources")) {
            sources.put(
                    node.text("key"),
                    new Citation(
                            node.text("key"),
                            node.text("title"),
                            node.text("reference"),
                            node.choice("level", VerificationLevel.class)));
        }
        root.items("limits").forEach(node -> limits.put(node.text("name"), figure(node)));
        for (YamlNode node : root.items("grades")) {
            grades.put((int) node.number("grade"), cited(node.text("text"), node.text("source")));
        }
        root.items("progression").forEach(node -> progression.put(node.text("group"), figure(node)));
    }

    private Figure figure(YamlNode node) {
        Citation source = sources.get(node.text("source"));
        if (source == null) {
            throw node.get("source").wrong("a key of the sources of the care rules or of this file");
        }
        return new Figure(node.number("value"), node.text("unit"), node.text("status"), source);
    }

    public static SpineFacts standard() {
        return Holder.READ;
    }

    /** A limit by name; throws when the data file has none of that name. */
    public Figure limit(String name) {
        Figure limit = limits.get(name);
        if (limit == null) {
            throw new IllegalArgumentException("spine limit '" + name + "': accepted are " + limits.keySet());
        }
        return limit;
    }

    public Map<String, Figure> limits() {
        return Map.copyOf(limits);
    }

    /** Mean progression of a growing child of this type, or of a mixed cohort for types without a figure of their own. */
    public Figure progression(OiType type) {
        Figure own = progression.get(type.name());
        return own == null ? cohort() : own;
    }

    /** True when the mean progression of this very type was published. */
    public boolean publishedFor(OiType type) {
        return progression.containsKey(type.name());
    }

    /** Mean progression of a mixed cohort. */
    public Figure cohort() {
        Figure cohort = progression.get(COHORT);
        if (cohort == null) {
            throw new IllegalStateException("spine.yaml: the progression of the group COHORT is missing");
        }
        return cohort;
    }

    /** What a Genant grade, 1 to 3, says of the height of a vertebra. */
    Statement grade(int grade) {
        Statement said = grades.get(grade);
        if (said == null) {
            throw new IllegalArgumentException(
                    "grade of a vertebral fracture: found " + grade + ", accepted is 1 to 3");
        }
        return said;
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
