package org.lamella.evidence.drug;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamella.evidence.Citation;
import org.lamella.evidence.Citations;
import org.lamella.evidence.VerificationLevel;
import org.lamella.evidence.data.DataFileException;
import org.lamella.evidence.data.YamlNode;
import org.lamella.patient.Drug;
import org.lamella.patient.Route;

/** Reads drug files. Every figure must name a unit, a level and at least one known source. */
final class DrugFactsReader {

    private final Map<String, Citation> cited = new LinkedHashMap<>();

    /** Every source that the files read so far cite, by key. */
    Map<String, Citation> cited() {
        return cited;
    }

    DrugFacts read(YamlNode top) {
        top.onlyKeys(
                "drug",
                "title",
                "class",
                "route",
                "codes",
                "rounding_step",
                "limits",
                "preparation",
                "first_dose",
                "regimens",
                "disagreements",
                "shows",
                "does_not_show",
                "risks",
                "supported_ages");
        try {
            return new DrugFacts(
                    new Drug(top.text("drug")),
                    top.text("title"),
                    top.choice("class", DrugClass.class),
                    top.choice("route", Route.class),
                    top.items("codes").stream().map(this::code).toList(),
                    top.find("rounding_step").map(this::figure).orElse(null),
                    top.items("limits").stream().map(this::limit).toList(),
                    top.find("preparation").map(this::preparation).orElse(null),
                    top.find("first_dose").map(this::firstDose).orElse(null),
                    top.items("regimens").stream().map(this::regimen).toList(),
                    top.items("disagreements").stream().map(this::disagreement).toList(),
                    texts(top.items("shows")),
                    texts(top.items("does_not_show")),
                    texts(top.items("risks")),
                    top.items("supported_ages").stream().map(this::supportedAge).toList());
        } catch (IllegalArgumentException e) {
            throw new DataFileException(
                    top.file(), "", "facts that cannot be (" + e.getMessage() + ")", "a consistent drug file");
        }
    }

    private DrugCode code(YamlNode node) {
        node.onlyKeys("system", "code", "source");
        return new DrugCode(node.text("system"), node.text("code"), source(node.get("source")));
    }

    private SupportedAge supportedAge(YamlNode node) {
        node.onlyKeys("from_months", "below_months", "text", "sources");
        @Nullable
        Integer below = node.find("below_months").map(YamlNode::integer).orElse(null);
        return new SupportedAge(
                new AgeBand(node.get("from_months").integer(), below), node.text("text"), citations(node));
    }

    private Limit limit(YamlNode node) {
        return new Limit(node.choice("kind", Limit.Kind.class), figure(node, "kind"));
    }

    private Figure figure(YamlNode node) {
        return figure(node, "value");
    }

    private Figure figure(YamlNode node, String extraKey) {
        node.onlyKeys(extraKey, "value", "unit", "level", "sources", "note");
        return new Figure(
                node.decimal("value"),
                node.get("unit").scalar(),
                node.choice("level", VerificationLevel.class),
                citations(node),
                node.optionalText("note").orElse(""));
    }

    private List<Citation> citations(YamlNode node) {
        List<Citation> found = node.items("sources").stream().map(this::source).toList();
        if (found.isEmpty()) {
            throw new DataFileException(node.file(), node.path() + ".sources", "nothing", "at least one source key");
        }
        return found;
    }

    private Citation source(YamlNode key) {
        Citation citation =
                Citations.find(key.text()).orElseThrow(() -> key.wrong("a key of citations/*.yaml or a study"));
        cited.put(citation.key(), citation);
        return citation;
    }

    private Preparation preparation(YamlNode node) {
        node.onlyKeys(
                "diluent",
                "volume_rule",
                "concentration",
                "volume_step",
                "small_dose_up_to",
                "small_dose_volume",
                "usual_volume");
        YamlNode rule = node.get("volume_rule");
        Preparation.VolumeRule volume = switch (rule.text()) {
            case "concentration" ->
                new Preparation.VolumeRule.Concentration(
                        figure(node.get("concentration")), figure(node.get("volume_step")));
            case "by_dose" ->
                new Preparation.VolumeRule.ByDose(
                        figure(node.get("small_dose_up_to")),
                        figure(node.get("small_dose_volume")),
                        figure(node.get("usual_volume")));
            default -> throw rule.wrong("concentration or by_dose");
        };
        return new Preparation(node.text("diluent"), volume);
    }

    private FirstDoseRule firstDose(YamlNode node) {
        node.onlyKeys("value_id", "applies_to", "factor", "dose");
        FirstDoseRule.AppliesTo part = node.choice("applies_to", FirstDoseRule.AppliesTo.class);
        String key = part == FirstDoseRule.AppliesTo.DAY_1 ? "factor" : "dose";
        return new FirstDoseRule(node.text("value_id"), part, figure(node.get(key)));
    }

    private DosingRegimen regimen(YamlNode node) {
        node.onlyKeys("id", "title", "schedule", "maintenance_only", "own_cap_mg", "sources", "bands");
        return new DosingRegimen(
                node.text("id"),
                node.text("title"),
                node.choice("schedule", DosingRegimen.Schedule.class),
                node.find("maintenance_only").map(YamlNode::flag).orElse(false),
                node.find("own_cap_mg").map(YamlNode::decimal).orElse(null),
                node.items("bands").stream().map(this::band).toList(),
                citations(node));
    }

    private DoseBand band(YamlNode node) {
        node.onlyKeys(
                "id",
                "label",
                "age_from_months",
                "age_below_months",
                "weight_from",
                "weight_above",
                "weight_below",
                "weight_to",
                "dose",
                "days",
                "interval");
        @Nullable
        Integer below = node.find("age_below_months").map(YamlNode::integer).orElse(null);
        return new DoseBand(
                node.text("id"),
                node.text("label"),
                new AgeBand(node.get("age_from_months").integer(), below),
                weight(node),
                figure(node.get("dose")),
                node.find("days").map(this::figure).orElse(null),
                node.find("interval").map(this::figure).orElse(null));
    }

    private static WeightRange weight(YamlNode node) {
        boolean lowerIncluded = !node.has("weight_above");
        boolean upperIncluded = !node.has("weight_below");
        return new WeightRange(
                kilograms(node, lowerIncluded ? "weight_from" : "weight_above"),
                lowerIncluded,
                kilograms(node, upperIncluded ? "weight_to" : "weight_below"),
                upperIncluded);
    }

    private static @Nullable BigDecimal kilograms(YamlNode node, String key) {
        return node.find(key).map(YamlNode::decimal).orElse(null);
    }

    private Disagreement disagreement(YamlNode node) {
        node.onlyKeys("topic", "readings", "choice");
        return new Disagreement(node.text("topic"), texts(node.items("readings")), node.text("choice"));
    }

    private List<SourcedText> texts(List<YamlNode> nodes) {
        List<SourcedText> texts = new ArrayList<>();
        for (YamlNode node : nodes) {
            node.onlyKeys("text", "source");
            texts.add(new SourcedText(node.text("text"), source(node.get("source"))));
        }
        return List.copyOf(texts);
    }
}
