package org.lamella.trial.sensitivity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Shares of variance of the leading factors as CSV and as a Markdown table. */
public final class VarianceReport {
    private final List<String> outputs;
    private final List<SensitivityFactor> factors;
    private final SobolIndices.Share[][] shares;

    /**
     * @param outputs names
     * @param factors names and ranges
     * @param shares by factor, then output
     */
    public VarianceReport(List<String> outputs, List<SensitivityFactor> factors, SobolIndices.Share[][] shares) {
        this.outputs = List.copyOf(outputs);
        this.factors = List.copyOf(factors);
        this.shares = Arrays.stream(shares).map(row -> row.clone()).toArray(SobolIndices.Share[][]::new);
    }

    /**
     * The factors that matter most over all outputs: each counts with its largest mean absolute effect relative to the
     * leading factor of the output.
     *
     * @param effects by factor, then output
     * @param count how many
     * @return places in the list of factors, the leading one first
     */
    public static int[] leading(ElementaryEffects.Effect[][] effects, int count) {
        int outputs = effects[0].length;
        double[] largest = new double[outputs];
        for (ElementaryEffects.Effect[] factor : effects) {
            for (int o = 0; o < outputs; o++) {
                largest[o] = Math.max(largest[o], factor[o].meanAbsolute());
            }
        }
        double[] weight = new double[effects.length];
        for (int f = 0; f < weight.length; f++) {
            for (int o = 0; o < outputs; o++) {
                weight[f] = Math.max(weight[f], largest[o] > 0 ? effects[f][o].meanAbsolute() / largest[o] : 0);
            }
        }
        return IntStream.range(0, weight.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer f) -> -weight[f]))
                .limit(count)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** One row per factor and output. */
    public String csv() {
        StringBuilder text = new StringBuilder("output,factor,first,first_se,total,total_se\n");
        for (int o = 0; o < outputs.size(); o++) {
            for (int f : ranked(o)) {
                SobolIndices.Share s = shares[f][o];
                text.append(String.format(
                        Locale.ROOT,
                        "\"%s\",%s,%.4f,%.4f,%.4f,%.4f\n",
                        outputs.get(o),
                        factors.get(f).id(),
                        s.first(),
                        s.firstError(),
                        s.total(),
                        s.totalError()));
            }
        }
        return text.toString();
    }

    /** One row per factor, by the mean of the totals; for each output first and total share. */
    public String markdown() {
        StringBuilder text = new StringBuilder("| parameter |");
        outputs.forEach(output -> text.append(' ').append(output).append(" |"));
        text.append("\n|---|").append("---|".repeat(outputs.size())).append('\n');
        Integer[] order = IntStream.range(0, factors.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(
                order,
                Comparator.comparingDouble(f -> -Arrays.stream(shares[f])
                        .mapToDouble(SobolIndices.Share::total)
                        .sum()));
        for (int f : order) {
            text.append("| `").append(factors.get(f).id()).append("` |");
            for (SobolIndices.Share s : shares[f]) {
                text.append(String.format(Locale.ROOT, " %.2f / %.2f |", s.first(), s.total()));
            }
            text.append('\n');
        }
        text.append("| sum of first shares |");
        double worst = 0;
        for (int o = 0; o < outputs.size(); o++) {
            double sum = 0;
            for (SobolIndices.Share[] factor : shares) {
                sum += factor[o].first();
                worst = Math.max(worst, Math.max(factor[o].firstError(), factor[o].totalError()));
            }
            text.append(String.format(Locale.ROOT, " %.2f |", sum));
        }
        text.append(String.format(Locale.ROOT, "\n\nFirst / total. Largest standard error of a share: %.3f.\n", worst));
        return text.toString();
    }

    private int[] ranked(int output) {
        return IntStream.range(0, factors.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer f) -> -shares[f][output].total()))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
