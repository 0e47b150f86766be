package org.lamella.care.rules;

import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.lamella.evidence.Citation;

/** The rule list as prose with sources, for a consultant to read and to object to. */
public final class RuleBook {
    private final RuleCatalogue catalogue;

    public RuleBook(RuleCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The whole book as Markdown; the same catalogue gives the same bytes. */
    public String markdown() {
        StringBuilder page = new StringBuilder();
        List<Rule> rules = catalogue.rules();
        long off = rules.stream().filter(rule -> !rule.enabledByDefault()).count();
        long disputed =
                rules.stream().filter(rule -> rule.disagreement() != null).count();
        page.append("# The care rules\n\n")
                .append("Generated from the rule files; do not edit. Rules advise a clinician and order nothing.\n\n")
                .append(String.format(
                        Locale.ROOT,
                        "%d rules, of which %d are off until a site confirms a value that no read text backs. In %d of them"
                                + " sources disagree, and the disagreement is printed. V1: seen in a primary or"
                                + " authoritative text. V2: seen in a secondary text, or partly inferred. U: commonly"
                                + " quoted, no text seen. A figure is *stated* when it stands in the text named,"
                                + " *assumed* when it is our reading or an engineering default, *unconfirmed* when no"
                                + " text was seen.%n%n",
                        rules.size(),
                        off,
                        disputed));
        for (Topic topic : Topic.values()) {
            page.append("## ").append(topic.title()).append("\n\n");
            catalogue.rules(topic).forEach(rule -> append(page, rule));
        }
        sources(page);
        return page.toString().replace("\r\n", "\n");
    }

    private static void append(StringBuilder page, Rule rule) {
        page.append("### ").append(rule.id()).append(" ").append(rule.title()).append("\n\n");
        page.append(sentence(rule.statement())).append("\n\n");
        page.append("- When: ").append(rule.trigger()).append("\n");
        page.append("- Then: ").append(rule.action()).append("\n");
        if (rule.exceptions() != null) {
            page.append("- Except: ").append(rule.exceptions()).append("\n");
        }
        if (!rule.inputs().isEmpty()) {
            page.append("- Needs: ").append(String.join("; ", rule.inputs())).append("\n");
        }
        page.append("- Grade: ").append(rule.grade()).append("\n");
        if (rule.hardStop()) {
            page.append("- Cannot be switched off by a site.\n");
        }
        if (!rule.enabledByDefault()) {
            page.append("- **Off by default**: value not confirmed by a read source.\n");
        }
        if (!rule.unverifiedParts().isEmpty()) {
            page.append("- Not verified: ")
                    .append(String.join(", ", rule.unverifiedParts()))
                    .append("\n");
        }
        if (rule.disagreement() != null) {
            page.append("- Sources disagree: ").append(rule.disagreement()).append("\n");
        }
        for (RuleParameter figure : rule.parameters()) {
            page.append("- Figure ")
                    .append(figure.name().replace('_', ' '))
                    .append(": ")
                    .append(figure.text())
                    .append(" (")
                    .append(figure.status().name().toLowerCase(Locale.ROOT))
                    .append(", ")
                    .append(figure.source().key())
                    .append(figure.note().isEmpty() ? "" : "; " + figure.note())
                    .append(")\n");
        }
        page.append("- Sources: ").append(rule.sourceKeys()).append("\n");
        if (!rule.seeds().isEmpty()) {
            page.append("- Carries: ").append(String.join(", ", rule.seeds())).append("\n");
        }
        page.append("\n");
    }

    private static String sentence(String statement) {
        return statement.endsWith(".") ? statement : statement + ".";
    }

    private void sources(StringBuilder page) {
        page.append("## Sources\n\n");
        TreeMap<String, Citation> byKey = new TreeMap<>();
        catalogue.sources().forEach(source -> byKey.put(source.key(), source));
        byKey.forEach((key, source) -> page.append("- **")
                .append(key)
                .append("** (")
                .append(source.level())
                .append(") ")
                .append(source.title())
                .append(". ")
                .append(source.reference())
                .append("\n"));
    }
}
