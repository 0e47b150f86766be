package org.lamella.evidence.drug;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lamella.evidence.Citation;
import org.lamella.evidence.Citations;
import org.lamella.evidence.data.DataFileException;
import org.lamella.evidence.data.YamlNode;
import org.lamella.patient.Drug;

/**
 * A treatment that was tried in osteogenesis imperfecta and for which no source shows a benefit. It can stand in a
 * protocol; the model then changes nothing, and the report says why.
 *
 * @param drug name in protocols and in the model
 * @param title name as printed
 * @param also other names that a protocol may use
 * @param remains what the model keeps of an effect, empty when nothing at all
 * @param evidence what was read about it; never empty
 */
public record NoBenefit(Drug drug, String title, List<Drug> also, String remains, List<SourcedText> evidence) {
    private static final String FILE = "drugs/no-benefit.yaml";

    private static final class Holder {
        static final List<NoBenefit> ALL = read(YamlNode.resource(Citation.class, FILE));
    }

    public NoBenefit {
        also = List.copyOf(also);
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException(drug + ": a treatment without benefit needs evidence that says so");
        }
    }

    /** The whole list, in file order. */
    public static List<NoBenefit> all() {
        return Holder.ALL;
    }

    /** The entry of a treatment under any of its names. */
    public static Optional<NoBenefit> find(Drug drug) {
        return all().stream()
                .filter(n -> n.drug().equals(drug) || n.also().contains(drug))
                .findFirst();
    }

    /** True when the model changes nothing at all. */
    public boolean withoutAnyEffect() {
        return remains.isEmpty();
    }

    /** All names, the main one first. */
    public List<Drug> names() {
        List<Drug> names = new ArrayList<>(List.of(drug));
        names.addAll(also);
        return names;
    }

    /** One sentence for reports: what the model does and why. */
    public String sentence() {
        String does = withoutAnyEffect() ? "has no effect in the model" : "keeps in the model " + remains;
        return title + " " + does + ". "
                + evidence.stream()
                        .map(e -> e.text().replaceAll("\\.$", "") + " ["
                                + e.source().key() + "]")
                        .collect(Collectors.joining("; ", "", "."));
    }

    static List<NoBenefit> read(YamlNode top) {
        top.onlyKeys("treatments");
        Map<Drug, NoBenefit> byName = new LinkedHashMap<>();
        List<NoBenefit> all = new ArrayList<>();
        for (YamlNode node : top.items("treatments")) {
            NoBenefit one = one(node);
            all.add(one);
            for (Drug name : one.names()) {
                if (byName.put(name, one) != null) {
                    throw new DataFileException(top.file(), node.path(), "the name '" + name + "' twice", "each once");
                }
            }
        }
        return List.copyOf(all);
    }

    private static NoBenefit one(YamlNode node) {
        node.onlyKeys("drug", "title", "also", "effect", "evidence");
        String effect = node.text("effect");
        List<SourcedText> evidence = new ArrayList<>();
        for (YamlNode item : node.items("evidence")) {
            item.onlyKeys("text", "source");
            evidence.add(new SourcedText(item.text("text"), Citations.get(item.text("source"))));
        }
        return new NoBenefit(
                new Drug(node.text("drug")),
                node.text("title"),
                node.items("also").stream().map(n -> new Drug(n.text())).toList(),
                effect.equals("none") ? "" : effect,
                evidence);
    }
}
