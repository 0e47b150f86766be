package org.lamella.care.site;

import static org.lamella.care.site.Setting.bySite;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lamella.evidence.data.DataFileException;
import org.lamella.evidence.data.YamlNode;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.patient.Drug;

/** Reads a site configuration; every complaint names key, line, what was found, what is accepted and a likely key. */
final class SiteConfigurationReader {

    /** Hard stop 2 of the care rules: a site may ask for more vitamin D, never for less. */
    private static final int LEAST_VITAMIN_D = 50;
    /** Hard stop 3 for zoledronate; the others are the shortest published times. */
    private static final Map<Drug, Integer> LEAST_MINUTES =
            Map.of(Drug.ZOLEDRONATE, 15, Drug.PAMIDRONATE, 120, Drug.NERIDRONATE, 30);

    private final String file;
    private final String yaml;

    SiteConfigurationReader(String file, String yaml) {
        this.file = file;
        this.yaml = yaml;
    }

    SiteConfiguration read() {
        YamlNode top = YamlNode.parse(file, yaml);
        try {
            return configuration(top);
        } catch (DataFileException e) {
            throw withLine(e);
        }
    }

    private DataFileException withLine(DataFileException e) {
        OptionalInt line = new KeyLines(yaml).of(e.key());
        if (line.isEmpty()) {
            return e;
        }
        String prefix = file + ", at '" + e.key() + "': ";
        String rest = String.valueOf(e.getMessage()).substring(prefix.length());
        String[] parts = rest.substring("found ".length()).split(", accepted is ", 2);
        return new DataFileException(file, e.key() + "' (line " + line.getAsInt() + ")'", parts[0], parts[1]);
    }

    private SiteConfiguration configuration(YamlNode top) {
        known(
                top,
                "name",
                "demonstration",
                "vitamin_d_gate",
                "first_dose_admission",
                "infusion_times",
                "osteotomy_hold",
                "age_limits",
                "products",
                "confirmations",
                "rules",
                "rule_figures");
        return new SiteConfiguration(
                top.text("name"),
                top.get("demonstration").flag(),
                top.find("vitamin_d_gate").map(this::vitaminD).orElse(SiteDefaults.VITAMIN_D_GATE),
                top.find("first_dose_admission").map(this::admission).orElse(SiteDefaults.ADMISSION),
                infusionTimes(top.find("infusion_times")),
                holdBeforeOsteotomy(top.find("osteotomy_hold")),
                top.find("age_limits").map(this::ageLimits).orElse(SiteDefaults.AGE_LIMITS),
                top.items("products").stream().map(this::product).toList(),
                confirmations(top.items("confirmations")),
                top.items("rules").stream().map(this::ruleSwitch).toList(),
                ruleFigures(top.items("rule_figures")));
    }

    private Setting<BigDecimal> vitaminD(YamlNode node) {
        known(node, "value", "unit", "source");
        YamlNode unit = node.get("unit");
        BigDecimal value = switch (unit.text()) {
            case "nmol/L" -> node.decimal("value");
            default -> throw unit.wrong("nmol/L (1 ng/mL is 2.496 nmol/L)");
        };
        if (value.compareTo(BigDecimal.valueOf(LEAST_VITAMIN_D)) < 0 || value.compareTo(BigDecimal.valueOf(150)) > 0) {
            throw node.get("value")
                    .wrong(LEAST_VITAMIN_D + " to 150 nmol/L; below " + LEAST_VITAMIN_D
                            + " an infusion is a hard stop that a site cannot lift");
        }
        return bySite(value, node.text("source"));
    }

    private Setting<FirstDoseAdmission> admission(YamlNode node) {
        known(node, "policy", "source");
        return bySite(node.choice("policy", FirstDoseAdmission.class), node.text("source"));
    }

    private SortedMap<Drug, Setting<Integer>> infusionTimes(Optional<YamlNode> node) {
        SortedMap<Drug, Setting<Integer>> times = new TreeMap<>(SiteDefaults.INFUSION_MINUTES);
        node.ifPresent(all -> {
            known(all, LEAST_MINUTES.keySet().stream().map(Drug::name).sorted().toArray(String[]::new));
            for (String name : all.keys()) {
                YamlNode entry = all.get(name);
                known(entry, "minutes", "source");
                int least = LEAST_MINUTES.getOrDefault(new Drug(name), 15);
                int minutes = within(entry.get("minutes"), least, 1440, "minutes");
                times.put(new Drug(name), bySite(minutes, entry.text("source")));
            }
        });
        return times;
    }

    private @Nullable Setting<Integer> holdBeforeOsteotomy(Optional<YamlNode> node) {
        if (node.isEmpty()) {
            return null;
        }
        YamlNode hold = known(node.get(), "days_before", "source");
        return bySite(within(hold.get("days_before"), 0, 365, "days"), hold.text("source"));
    }

    private AgeLimits ageLimits(YamlNode node) {
        known(
                node,
                "weight_under_2_years",
                "weight_from_2_years",
                "labs_before_first_infusion",
                "labs_before_later_infusions",
                "pregnancy_test",
                "height_for_egfr",
                "dental_review");
        AgeLimits usual = SiteDefaults.AGE_LIMITS;
        return new AgeLimits(
                days(node, "weight_under_2_years", 90, usual.weightUnder2Years()),
                days(node, "weight_from_2_years", 180, usual.weightFrom2Years()),
                days(node, "labs_before_first_infusion", 90, usual.labsBeforeFirstInfusion()),
                days(node, "labs_before_later_infusions", 180, usual.labsBeforeLaterInfusions()),
                days(node, "pregnancy_test", 14, usual.pregnancyTest()),
                days(node, "height_for_egfr", 365, usual.heightForEgfr()),
                days(node, "dental_review", 730, usual.dentalReview()));
    }

    private Setting<Integer> days(YamlNode limits, String key, int most, Setting<Integer> usual) {
        return limits.find(key)
                .map(entry -> {
                    known(entry, "days", "source");
                    return bySite(within(entry.get("days"), 0, most, "days"), entry.text("source"));
                })
                .orElse(usual);
    }

    private Product product(YamlNode node) {
        known(node, "drug", "name", "form", "mg", "ml", "source");
        @Nullable
        BigDecimal millilitres = node.find("ml").map(YamlNode::decimal).orElse(null);
        try {
            Product product = new Product(
                    new Drug(node.text("drug")),
                    node.text("name"),
                    node.choice("form", Product.Form.class),
                    node.decimal("mg"),
                    millilitres,
                    node.text("source"));
            PackLimits.check(node);
            return product;
        } catch (IllegalArgumentException e) {
            throw new DataFileException(
                    file,
                    node.path(),
                    "a product that cannot be (" + e.getMessage() + ")",
                    "drug, name, form, mg, ml (solutions only) and source");
        }
    }

    private List<Confirmation> confirmations(List<YamlNode> nodes) {
        List<Confirmation> confirmations = new ArrayList<>();
        for (YamlNode node : nodes) {
            known(node, "value", "confirmed_by", "date", "source");
            String id = node.text("value");
            if (confirmations.stream().anyMatch(c -> c.valueId().equals(id))) {
                throw node.get("value").wrong("each value once; this one was confirmed above");
            }
            confirmable(node.get("value"), id);
            confirmations.add(
                    new Confirmation(id, node.text("confirmed_by"), date(node.get("date")), node.text("source")));
        }
        return confirmations;
    }

    /** A confirmation of a value that nobody asks for is most often a misspelt one. */
    private static void confirmable(YamlNode node, String id) {
        SortedSet<String> known = DrugFormulary.standard().confirmableValues();
        if (!known.contains(id)) {
            String meant = NearestKey.of(id, known)
                    .map(k -> "; perhaps '" + k + "' was meant")
                    .orElse("");
            throw node.wrong("one of " + String.join(", ", known) + meant);
        }
    }

    private RuleSwitch ruleSwitch(YamlNode node) {
        known(node, "rule", "enabled", "decided_by", "date", "source");
        return new RuleSwitch(
                node.text("rule"),
                node.get("enabled").flag(),
                node.text("decided_by"),
                date(node.get("date")),
                node.text("source"));
    }

    private List<RuleFigure> ruleFigures(List<YamlNode> nodes) {
        List<RuleFigure> figures = new ArrayList<>();
        for (YamlNode node : nodes) {
            known(node, "figure", "value", "unit", "source");
            RuleFigure figure = ruleFigure(node);
            if (figures.stream().anyMatch(f -> f.name().equals(figure.name()))) {
                throw node.get("figure").wrong("each figure once; this one was set above");
            }
            figures.add(figure);
        }
        return figures;
    }

    private static RuleFigure ruleFigure(YamlNode node) {
        String name = node.text("figure");
        List<String> names =
                RuleFigure.accepted().stream().map(RuleFigure.Accepted::name).toList();
        RuleFigure.Accepted accepted = RuleFigure.accepted(name)
                .orElseThrow(() -> node.get("figure")
                        .wrong("one of " + String.join(", ", names)
                                + NearestKey.of(name, names)
                                        .map(k -> "; perhaps '" + k + "' was meant")
                                        .orElse("")));
        if (!node.text("unit").equals(accepted.unit())) {
            throw node.get("unit").wrong(accepted.unit());
        }
        BigDecimal value = node.decimal("value");
        boolean whole = !List.of("d", "mo").contains(accepted.unit())
                || value.stripTrailingZeros().scale() <= 0;
        if (value.compareTo(accepted.least()) < 0 || value.compareTo(accepted.most()) > 0 || !whole) {
            throw node.get("value").wrong(accepted.range());
        }
        return new RuleFigure(name, value, node.text("source"));
    }

    private static LocalDate date(YamlNode node) {
        try {
            return LocalDate.parse(node.scalar());
        } catch (DateTimeParseException e) {
            throw node.wrong("a date such as 2026-03-01");
        }
    }

    private static int within(YamlNode node, int low, int high, String unit) {
        int value = node.integer();
        if (value < low || value > high) {
            throw node.wrong(low + " to " + high + " " + unit);
        }
        return value;
    }

    /** Refuses unknown keys and names the one that was probably meant. */
    private YamlNode known(YamlNode node, String... accepted) {
        List<String> keys = Arrays.asList(accepted);
        for (String key : node.keys()) {
            String path = node.path().isEmpty() ? key : node.path() + "." + key;
            if (!keys.contains(key)) {
                String meant = NearestKey.of(key, keys)
                        .map(k -> "; perhaps '" + k + "' was meant")
                        .orElse("");
                throw new DataFileException(
                        file, path, "the unknown key '" + key + "'", "one of " + String.join(", ", keys) + meant);
            }
            // A key that was left empty would silently mean the default.
            if (!node.has(key)) {
                throw new DataFileException(file, path, "nothing", "a value, or the key left away for the default");
            }
        }
        return node;
    }
}
