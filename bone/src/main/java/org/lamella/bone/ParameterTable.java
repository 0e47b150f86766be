package org.lamella.bone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lamella.evidence.Citation;
import org.lamella.evidence.Parameter;
import org.lamella.evidence.ParameterSet;
import org.lamella.evidence.data.DataFileException;
import org.lamella.evidence.data.YamlNode;

/**
 * The page {@code docs/reference/parameters.md}: every number of the model with symbol, equation, value, unit, range,
 * status and source.
 */
public final class ParameterTable {
    private static final String SYMBOLS = "parameters/symbols.yaml";

    private final BoneParameters parameters;
    private final YamlNode symbols;

    /** @param parameters what to print */
    public ParameterTable(BoneParameters parameters) {
        this.parameters = parameters;
        this.symbols = YamlNode.resource(Citation.class, SYMBOLS).get("symbols");
    }

    /** The whole page. */
    public String markdown() {
        StringBuilder out = new StringBuilder();
        out.append(
                "# Parameters of the bone model\n\nGenerated from the parameter files by `ParameterTable`; do not edit."
                        + " After a change of a number run `mvn test -pl bone -am -Dtest=ReferencePagesVerificationTest"
                        + " -Dlamella.write=true -Dsurefire.failIfNoSpecifiedTests=false`. Equations are explained in"
                        + " [the bone model](../explanation/bone-model.md).\n\n");
        out.append("Range: *prior* is the 95 % range of the stated spread; *checked* is the range for which traits are"
                + " accepted; *tested* is the range of the random-parameter test (0.8 to 1.25 times the value; fractions"
                + " below 1 stay at most 0.98). No result is claimed outside it.\n\n");
        counts(out);
        section(out, "Bone (`lam1.yaml`)", parameters.bone());
        section(out, "Drugs (`drugs.yaml`)", parameters.drugs());
        section(out, "Traits (`type_priors.yaml`)", parameters.types());
        return out.toString();
    }

    private void counts(StringBuilder out) {
        out.append("| file | numbers | measured | fitted | assumed |\n|---|---|---|---|---|\n");
        for (ParameterSet set : List.of(parameters.bone(), parameters.drugs(), parameters.types())) {
            int[] byStatus = new int[Parameter.Status.values().length];
            set.all().forEach(p -> byStatus[p.status().ordinal()]++);
            out.append("| ").append(set.title()).append(" | ").append(set.all().size());
            for (int count : byStatus) {
                out.append(" | ").append(count);
            }
            out.append(" |\n");
        }
    }

    private void section(StringBuilder out, String title, ParameterSet set) {
        out.append("\n## ").append(title).append("\n\n");
        out.append("| symbol | code name | equation | class | value | unit | range | status | source |\n");
        out.append("|---|---|---|---|---|---|---|---|---|\n");
        for (Parameter p : set.all()) {
            List<String> cells = new ArrayList<>();
            Symbol symbol = symbol(p.id());
            cells.add(symbol.symbol());
            cells.add("`" + p.id() + "`");
            cells.add(symbol.equation());
            cells.add("`" + symbol.code() + "`");
            cells.add(number(p.value()));
            cells.add(p.unit());
            cells.add(ParameterRange.of(p).inWords());
            cells.add(p.status().name().toLowerCase(Locale.ROOT));
            cells.add(p.source() + (p.note().isEmpty() ? "" : "; " + p.note()));
            out.append("| ")
                    .append(String.join(
                            " | ", cells.stream().map(ParameterTable::cell).toList()))
                    .append(" |\n");
        }
    }

    private record Symbol(String symbol, String equation, String code) {}

    /** The symbol of a number; numbers of types and of spread borrow that of their trait. */
    private Symbol symbol(String id) {
        if (symbols.has(id)) {
            return read(symbols.get(id));
        }
        String[] parts = id.split("\\.");
        if (parts[0].equals("genotype_share")) {
            return new Symbol("P(g)", "P1", "TypePriors");
        }
        if (parts[0].equals("genotype") && parts[2].equals("severity")) {
            return new Symbol("δ_g", "P1", "TypePriors");
        }
        for (Trait trait : Trait.values()) {
            if (parts.length > 1 && parts[parts[0].equals("genotype") ? 2 : 1].equals(trait.id())) {
                Symbol own = read(symbols.get("trait." + trait.id()));
                String as = switch (parts[0]) {
                    case "common" -> "sd(" + own.symbol() + ")";
                    case "genotype" -> "Δ_g(" + own.symbol() + ")";
                    case "severity" -> "load(" + own.symbol() + ")";
                    default -> own.symbol();
                };
                return new Symbol(as, own.equation(), own.code());
            }
        }
        throw new DataFileException(SYMBOLS, "symbols." + id, "nothing", "symbol, equation and class of every number");
    }

    private static Symbol read(YamlNode node) {
        node.onlyKeys("symbol", "equation", "code");
        return new Symbol(node.text("symbol"), node.text("equation"), node.text("code"));
    }

    /** Up to four significant digits, without exponent where that is shorter. */
    static String number(double value) {
        return new java.math.BigDecimal(value, new java.math.MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
