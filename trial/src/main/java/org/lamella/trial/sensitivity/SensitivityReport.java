package org.lamella.trial.sensitivity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Results of a sensitivity study as CSV, as a chart of bars and as a Markdown table of what matters most. */
public final class SensitivityReport {
    private static final int SHOWN = 10;
    private static final int ROW = 20;
    private static final int LEFT = 270;
    private static final int BAR = 330;
    private static final int WIDTH = 700;

    private final List<String> outputs;
    private final List<SensitivityFactor> factors;
    private final ElementaryEffects.Effect[][] effects;

    /**
     * @param outputs names
     * @param factors names and ranges
     * @param effects by factor, then output
     */
    public SensitivityReport(
            List<String> outputs, List<SensitivityFactor> factors, ElementaryEffects.Effect[][] effects) {
        this.outputs = List.copyOf(outputs);
        this.factors = List.copyOf(factors);
        this.effects = Arrays.stream(effects).map(row -> row.clone()).toArray(ElementaryEffects.Effect[][]::new);
    }

    /** Factors by falling mean absolute effect on an output. */
    int[] ranked(int output) {
        return IntStream.range(0, factors.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer f) -> -effects[f][output].meanAbsolute())
                        .thenComparing(f -> factors.get(f).id()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** One row per factor and output. */
    public String csv() {
        StringBuilder text = new StringBuilder("output,factor,low,high,basis,mu_star,mu_star_se,mu,sigma\n");
        for (int o = 0; o < outputs.size(); o++) {
            for (int f : ranked(o)) {
                ElementaryEffects.Effect e = effects[f][o];
                SensitivityFactor factor = factors.get(f);
                text.append(String.format(
                        Locale.ROOT,
                        "\"%s\",%s,%.6g,%.6g,\"%s\",%.5g,%.5g,%.5g,%.5g",
                        outputs.get(o),
                        factor.id(),
                        factor.low(),
                        factor.high(),
                        factor.basis(),
                        e.meanAbsolute(),
                        e.standardError(),
                        e.mean(),
                        e.sd()));
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** The factors with the largest effects on each output. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        for (int o = 0; o < outputs.size(); o++) {
            text.append("\n**").append(outputs.get(o)).append("**\n\n");
            text.append("| parameter | range | μ* (standard error) | μ | σ |\n|---|---|---|---|---|\n");
            for (int f : Arrays.copyOf(ranked(o), Math.min(SHOWN, factors.size()))) {
                ElementaryEffects.Effect e = effects[f][o];
                text.append(String.format(
                        Locale.ROOT,
                        "| `%s` | %.3g to %.3g | %.3f (%.3f) | %+.3f | %.3f |\n",
                        factors.get(f).id(),
                        factors.get(f).low(),
                        factors.get(f).high(),
                        e.meanAbsolute(),
                        e.standardError(),
                        e.mean(),
                        e.sd()));
            }
        }
        return text.toString();
    }

    /** Bars of the mean absolute effects, the largest of each output first; whiskers are one standard error. */
    public String svg() {
        int shown = Math.min(SHOWN, factors.size());
        int panel = (shown + 3) * ROW;
        int height = outputs.size() * panel + ROW;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\" role=\"img\"><title>Mean absolute elementary effects of parameters"
                        + "</title>\n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n",
                WIDTH,
                height));
        for (int o = 0; o < outputs.size(); o++) {
            int[] order = ranked(o);
            double largest = Math.max(effects[order[0]][o].meanAbsolute(), 1e-12);
            int top = o * panel + ROW;
            svg.append(String.format(
                    Locale.ROOT, "<text x=\"10\" y=\"%d\" font-weight=\"bold\">%s</text>\n", top, outputs.get(o)));
            for (int k = 0; k < shown; k++) {
                ElementaryEffects.Effect e = effects[order[k]][o];
                int y = top + (k + 1) * ROW;
                double length = BAR * e.meanAbsolute() / largest;
                double error = BAR * e.standardError() / largest;
                svg.append(String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text><rect x=\"%d\" y=\"%d\" width=\"%.1f\""
                                + " height=\"12\" fill=\"%s\"/><line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\""
                                + " stroke=\"#222222\"/><text x=\"%.1f\" y=\"%d\">%+.3f</text>\n",
                        LEFT - 8,
                        y,
                        factors.get(order[k]).id(),
                        LEFT,
                        y - 10,
                        length,
                        e.mean() >= 0 ? "#0072b2" : "#d55e00",
                        LEFT + Math.max(0, length - error),
                        LEFT + length + error,
                        y - 4,
                        y - 4,
                        LEFT + length + error + 6,
                        y,
                        e.mean()));
            }
        }
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"10\" y=\"%d\" fill=\"#444444\">Bars: mean absolute effect of the whole range; blue raises,"
                        + " orange lowers the output on average (number).</text>\n</svg>\n",
                height - 6));
        return svg.toString();
    }
}
