package org.lamella.twin.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;

/** What a study of simulated truth found, per observable and per group of children. */
public final class CalibrationTable {
    private static final int BINS = 10;

    private final List<Outcome> outcomes;

    public CalibrationTable(List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            throw new IllegalArgumentException("calibration table: found no children, accepted are 1 or more");
        }
        this.outcomes = List.copyOf(outcomes);
    }

    /** Chi-squared of the ranks over ten bins; nine degrees of freedom when the siblings are calibrated. */
    public double chiSquared(int quantity) {
        int[] counts = bins(quantity);
        double expected = outcomes.size() / (double) BINS;
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }

    private int[] bins(int quantity) {
        int[] counts = new int[BINS];
        outcomes.forEach(o -> counts[(int) Math.min(BINS - 1, o.ranks().get(quantity) * BINS)]++);
        return counts;
    }

    /** Share of truths inside the central 90 % of the siblings. */
    public double coverage(int quantity) {
        return coverage(outcomes, quantity, 0.05);
    }

    private static double coverage(List<Outcome> group, int quantity, double tail) {
        return share(group, o -> o.ranks().get(quantity) >= tail && o.ranks().get(quantity) <= 1 - tail);
    }

    /** Share of truths a year later inside the central 90 % of the forecast. */
    public double nextCoverage(int quantity) {
        return share(outcomes, o -> o.next().get(quantity).ninety());
    }

    private static double share(List<Outcome> group, java.util.function.Predicate<Outcome> what) {
        return group.stream().filter(what).count() / (double) group.size();
    }

    public double medianEffectiveSize() {
        double[] sizes = outcomes.stream()
                .mapToDouble(Outcome::effectiveSampleSize)
                .sorted()
                .toArray();
        return sizes[sizes.length / 2];
    }

    /** Markdown: one row per observable, then one per group. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "%d virtual children; siblings of a child: %d to %d; effective sample size: median %.0f, smallest %.0f. One"
                        + " standard error of a 90 %% coverage is %.3f.",
                outcomes.size(),
                outcomes.stream().mapToInt(Outcome::siblings).min().orElse(0),
                outcomes.stream().mapToInt(Outcome::siblings).max().orElse(0),
                medianEffectiveSize(),
                outcomes.stream()
                        .mapToDouble(Outcome::effectiveSampleSize)
                        .min()
                        .orElse(0),
                Math.sqrt(0.09 / outcomes.size()));
        line(text, "");
        line(
                text,
                "| known today | mean rank | ranks in tenths | χ² (9 df; 99.9 %% point 27.9) | inside 50 %% | inside 90 %% |");
        line(text, "|---|---|---|---|---|---|");
        for (int q = 0; q < Outcome.PRESENT.size(); q++) {
            int quantity = q;
            line(
                    text,
                    "| %s | %.3f | %s | %.1f | %.3f | %.3f |",
                    Outcome.PRESENT.get(q),
                    outcomes.stream()
                            .mapToDouble(o -> o.ranks().get(quantity))
                            .average()
                            .orElse(0),
                    java.util.Arrays.toString(bins(q)).replace("[", "").replace("]", ""),
                    chiSquared(q),
                    coverage(outcomes, q, 0.25),
                    coverage(q));
        }
        line(text, "");
        line(text, "| forecast | inside 50 %% | inside 90 %% |");
        line(text, "|---|---|---|");
        for (int q = 0; q < Outcome.FORECAST.size(); q++) {
            int quantity = q;
            line(
                    text,
                    "| %s | %.3f | %.3f |",
                    Outcome.FORECAST.get(q),
                    share(outcomes, o -> o.next().get(quantity).half()),
                    nextCoverage(q));
        }
        line(text, "");
        groups(text);
        return text.toString();
    }

    private void groups(StringBuilder text) {
        line(
                text,
                "| children | number | spine Z today | limb hazard today | measured Z in a year | fractures in a year |");
        line(text, "|---|---|---|---|---|---|");
        group(text, "all", o -> "");
        group(text, "type ", Outcome::type);
        group(text, "", Outcome::band);
        group(text, "", o -> o.sex().toLowerCase(Locale.ROOT));
        group(text, "", o -> o.treated() ? "on zoledronate" : "without drug");
        group(text, "effective size ", CalibrationTable::sizeBand);
        line(text, "");
        line(text, "Share of truths inside the central 90 %%.");
    }

    private static String sizeBand(Outcome o) {
        double size = o.effectiveSampleSize();
        return size < 100 ? "below 100" : size < 200 ? "from 100" : "from 200";
    }

    private void group(StringBuilder text, String prefix, Function<Outcome, String> key) {
        for (String name : new TreeSet<>(outcomes.stream().map(key).toList())) {
            List<Outcome> group =
                    outcomes.stream().filter(o -> key.apply(o).equals(name)).toList();
            line(
                    text,
                    "| %s | %d | %.2f | %.2f | %.2f | %.2f |",
                    prefix + name,
                    group.size(),
                    coverage(group, 0, 0.05),
                    coverage(group, 1, 0.05),
                    share(group, o -> o.next().get(1).ninety()),
                    share(group, o -> o.next().get(2).ninety()));
        }
    }

    /** Comma-separated, one row per child. */
    public String csv() {
        StringBuilder text = new StringBuilder("type,sex,years,treated,siblings,effective_sample_size");
        Outcome.PRESENT.forEach(name -> text.append(",rank_").append(name.replace(' ', '_')));
        Outcome.FORECAST.forEach(name -> text.append(",inside_90_").append(name.replace(' ', '_')));
        text.append('\n');
        for (Outcome o : outcomes) {
            List<String> cells = new ArrayList<>(List.of(
                    o.type(),
                    o.sex(),
                    String.valueOf(o.years()),
                    String.valueOf(o.treated()),
                    String.valueOf(o.siblings()),
                    String.format(Locale.ROOT, "%.1f", o.effectiveSampleSize())));
            o.ranks().forEach(r -> cells.add(String.format(Locale.ROOT, "%.4f", r)));
            o.next().forEach(n -> cells.add(String.valueOf(n.ninety())));
            text.append(String.join(",", cells)).append('\n');
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
