package org.lamella.evidence.drug;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lamella.evidence.Citation;
import org.lamella.evidence.Citations;
import org.lamella.evidence.data.YamlNode;
import org.lamella.patient.Drug;

/** The drug files that come with the product, in the order in which they are shown. */
public final class DrugFormulary {

    private static final class Holder {
        static final DrugFormulary STANDARD = load();
    }

    private final Map<Drug, DrugFacts> byDrug;
    private final Map<String, Citation> sources;

    private DrugFormulary(Map<Drug, DrugFacts> byDrug, Map<String, Citation> sources) {
        this.byDrug = byDrug;
        this.sources = sources;
    }

    /** The formulary of the product; read once. */
    public static DrugFormulary standard() {
        return Holder.STANDARD;
    }

    private static DrugFormulary load() {
        DrugFactsReader reader = new DrugFactsReader();
        Map<Drug, DrugFacts> byDrug = new LinkedHashMap<>();
        for (YamlNode name : resource("formulary").items("drugs")) {
            DrugFacts facts = reader.read(resource(name.text()));
            byDrug.put(facts.drug(), facts);
        }
        return new DrugFormulary(byDrug, reader.cited());
    }

    private static YamlNode resource(String name) {
        return YamlNode.resource(Citation.class, "drugs/" + name + ".yaml");
    }

    /** All drugs, in order. */
    public List<DrugFacts> all() {
        return List.copyOf(byDrug.values());
    }

    public Optional<DrugFacts> find(Drug drug) {
        return Optional.ofNullable(byDrug.get(drug));
    }

    /** Facts of a drug that must be known. */
    public DrugFacts get(Drug drug) {
        return find(drug)
                .orElseThrow(() -> new IllegalArgumentException(
                        "drug '" + drug + "': no file of facts; known are " + byDrug.keySet()));
    }

    /** Drugs with at least one published regimen. */
    public List<DrugFacts> withRegimen() {
        return all().stream().filter(f -> !f.regimens().isEmpty()).toList();
    }

    /** Identifiers of the values without a source, which a site can confirm. */
    public SortedSet<String> confirmableValues() {
        SortedSet<String> ids = new TreeSet<>();
        for (DrugFacts facts : byDrug.values()) {
            facts.firstDoseRule()
                    .filter(rule -> rule.figure().unconfirmed())
                    .ifPresent(rule -> ids.add(rule.valueId()));
            for (DosingRegimen regimen : facts.regimens()) {
                regimen.bands().stream().filter(DoseBand::unconfirmed).forEach(b -> ids.add(b.id()));
            }
        }
        return ids;
    }

    /** Every figure of a drug, for listings and for the test that none lacks a source. */
    public static List<Figure> figures(DrugFacts facts) {
        List<Figure> figures = new ArrayList<>();
        facts.limits().forEach(l -> figures.add(l.figure()));
        facts.regimens().forEach(r -> r.bands().forEach(b -> figures.addAll(b.figures())));
        facts.firstDoseRule().ifPresent(r -> figures.add(r.figure()));
        if (facts.roundingStep() != null) {
            figures.add(facts.roundingStep());
        }
        if (facts.preparation() != null) {
            switch (facts.preparation().volume()) {
                case Preparation.VolumeRule.Concentration(Figure concentration, Figure step) -> {
                    figures.add(concentration);
                    figures.add(step);
                }
                case Preparation.VolumeRule.ByDose(Figure upTo, Figure small, Figure usual) -> {
                    figures.add(upTo);
                    figures.add(small);
                    figures.add(usual);
                }
            }
        }
        return List.copyOf(figures);
    }

    /** Every source that a drug file cites. */
    public Collection<Citation> sources() {
        return List.copyOf(sources.values());
    }

    /** A source by its key, whether a drug file cites it or not. */
    public Citation source(String key) {
        return Citations.get(key);
    }
}
