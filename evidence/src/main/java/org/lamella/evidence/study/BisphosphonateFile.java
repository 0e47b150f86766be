package org.lamella.evidence.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lamella.evidence.Citation;
import org.lamella.evidence.VerificationLevel;
import org.lamella.evidence.data.YamlNode;

/** Reader of {@code studies_bisphosphonates.yaml}: structured arms and outcomes. */
final class BisphosphonateFile {
    static final String FILE = "studies_bisphosphonates.yaml";

    private BisphosphonateFile() {}

    static List<Study> read() {
        YamlNode top = YamlNode.resource(BisphosphonateFile.class, FILE).onlyKeys("studies", "reserved");
        List<Study> studies = new ArrayList<>();
        for (YamlNode node : top.items("studies")) {
            studies.add(study(node, node.choice("role", Role.class)));
        }
        for (YamlNode node : top.items("reserved")) {
            studies.add(study(node, Role.RESERVED));
        }
        return studies;
    }

    private static Study study(YamlNode node, Role role) {
        List<Arm> arms =
                node.items("arms").stream().map(BisphosphonateFile::arm).toList();
        List<String> notes =
                new ArrayList<>(node.items("notes").stream().map(YamlNode::text).toList());
        node.optionalText("status").ifPresent(notes::add);
        List<String> read = new ArrayList<>(
                node.items("sources_read").stream().map(YamlNode::text).toList());
        node.optionalText("access").ifPresent(access -> read.add("seen: " + access));
        return new Study(
                node.text("id"),
                role,
                citation(node),
                arms.stream().map(Arm::drug).distinct().toList(),
                RawYaml.map(node.get("design")),
                RawYaml.map(node.get("population")),
                arms,
                outcomes(node, "baseline"),
                outcomes(node, "outcomes"),
                outcomes(node, "adverse"),
                notes,
                read);
    }

    private static Citation citation(YamlNode node) {
        YamlNode c = node.get("citation");
        String title = String.join(
                ". ",
                List.of(
                        c.text("authors"),
                        c.text("title"),
                        c.optionalText("journal").orElse("journal not stated"),
                        c.optionalText("year").orElse("year not stated")));
        String reference = c.optionalText("doi")
                .map(doi -> "doi:" + doi)
                .or(() -> c.optionalText("pmid").map(pmid -> "https://pubmed.ncbi.nlm.nih.gov/" + pmid))
                .or(() -> c.optionalText("pmcid").map(id -> "https://pmc.ncbi.nlm.nih.gov/articles/" + id))
                .orElseGet(() -> fallback(node));
        return new Citation(node.text("id"), title, reference, VerificationLevel.V2);
    }

    private static String fallback(YamlNode node) {
        List<YamlNode> read = node.items("sources_read");
        return read.isEmpty()
                ? node.get("design").text("source")
                : read.getFirst().text();
    }

    private static Arm arm(YamlNode a) {
        return new Arm(
                a.text("id"),
                a.text("drug"),
                a.optionalText("route").orElse(""),
                a.optionalText("dose").orElse(""),
                a.optionalText("schedule").orElse(""),
                a.has("n") ? a.get("n").integer() : null,
                a.find("duration_y").map(d -> String.valueOf(d.raw())).orElse(""),
                a.optionalText("cointervention").orElse(""),
                a.text("source"));
    }

    private static List<Outcome> outcomes(YamlNode study, String key) {
        return study.items(key).stream().map(BisphosphonateFile::outcome).toList();
    }

    private static Outcome outcome(YamlNode o) {
        o.onlyKeys(
                "arm",
                "measure",
                "time_y",
                "value",
                "unit",
                "spread",
                "spread_kind",
                "sd",
                "se",
                "iqr",
                "range",
                "ci95",
                "p",
                "n",
                "stat",
                "derived",
                "note",
                "source");
        List<String> remarks = new ArrayList<>();
        for (String key : List.of("stat", "derived", "note", "spread_kind")) {
            o.optionalText(key).ifPresent(remarks::add);
        }
        Outcome.Interval confidence = null;
        if (o.has("ci95")) {
            List<YamlNode> ends = o.get("ci95").items();
            confidence = new Outcome.Interval(ends.get(0).number(), ends.get(1).number());
        }
        return new Outcome(
                o.optionalText("arm").orElse(""),
                o.text("measure"),
                o.has("time_y") ? o.number("time_y") : null,
                o.find("value").map(Value::of).orElseThrow(() -> o.wrong("an outcome with a value")),
                o.optionalText("unit").orElse(""),
                spread(o),
                confidence,
                o.optionalText("p").orElse(""),
                o.has("n") ? o.get("n").integer() : null,
                String.join("; ", remarks),
                o.text("source"));
    }

    private static Outcome.@Nullable Spread spread(YamlNode o) {
        Map<String, Outcome.Spread.Kind> kinds = Map.of(
                "sd", Outcome.Spread.Kind.STANDARD_DEVIATION,
                "se", Outcome.Spread.Kind.STANDARD_ERROR,
                "iqr", Outcome.Spread.Kind.INTERQUARTILE_RANGE,
                "range", Outcome.Spread.Kind.RANGE,
                "spread", Outcome.Spread.Kind.UNLABELLED);
        for (String key : List.of("sd", "se", "iqr", "range", "spread")) {
            if (o.has(key)) {
                YamlNode s = o.get(key);
                if (s.isMap()) {
                    return null;
                }
                List<Double> values =
                        s.isList() ? s.items().stream().map(YamlNode::number).toList() : List.of(s.number());
                return new Outcome.Spread(kinds.getOrDefault(key, Outcome.Spread.Kind.UNLABELLED), values);
            }
        }
        return null;
    }
}
