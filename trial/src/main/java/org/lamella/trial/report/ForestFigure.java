package org.lamella.trial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.statistics.Effect;

/** The primary endpoint by part of the patients, one row each; ratios on a logarithmic axis. */
final class ForestFigure {
    private static final int WIDTH = 720;
    private static final int ROW = 24;
    private static final int TOP = 30;
    private static final int FROM = 330;
    private static final int TO = 560;
    private static final double WIDEST_RATIO = 20;

    private final List<TrialAnalysis.Subgroup> parts;
    private final boolean ratio;
    private final Scale scale;

    private ForestFigure(List<TrialAnalysis.Subgroup> parts) {
        this.parts = parts;
        this.ratio = parts.stream().anyMatch(s -> s.comparison().ratio());
        List<Double> ends = new ArrayList<>(List.of(place(ratio ? 1 : 0)));
        for (TrialAnalysis.Subgroup s : parts) {
            s.comparison().effectIfAny().ifPresent(e -> {
                ends.add(place(e.low()));
                ends.add(place(e.high()));
            });
        }
        double low = ends.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = ends.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double air = Math.max(0.05 * (high - low), 1e-6);
        this.scale = new Scale(low - air, high + air, FROM, TO);
    }

    /** Empty when nothing is compared. */
    static Optional<Figure> of(TrialAnalysis analysis) {
        List<TrialAnalysis.Subgroup> parts = analysis.subgroups();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        Protocol protocol = analysis.protocol();
        String title = "Primary endpoint by subgroup, "
                + protocol.arms().getLast().id() + " against "
                + protocol.arms().getFirst().id() + ": "
                + parts.getFirst().comparison().measure() + ", "
                + primary(analysis);
        Csv data = new Csv("PART,N,MEASURE,ESTIMATE,LOW95,HIGH95,PVALUE");
        for (TrialAnalysis.Subgroup s : parts) {
            Effect e = s.comparison()
                    .effectIfAny()
                    .orElse(new Effect(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
            data.line(s.name(), s.patients(), s.comparison().measure(), e.estimate(), e.low(), e.high(), e.pValue());
        }
        return Optional.of(new Figure("subgroups", new ForestFigure(parts).svg(title), data.toString(), "endpoints"));
    }

    /** The primary endpoint in words, with its unit. */
    private static String primary(TrialAnalysis analysis) {
        return analysis.results().stream()
                .filter(r -> r.endpoint().primary())
                .map(r -> r.sentence().substring(0, 1).toLowerCase(Locale.ROOT)
                        + r.sentence().substring(1))
                .findFirst()
                .orElse("");
    }

    private double place(double value) {
        return ratio ? StrictMath.log(Math.clamp(value, 1 / WIDEST_RATIO, WIDEST_RATIO)) : value;
    }

    private String svg(String title) {
        int bottom = TOP + ROW * parts.size();
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "<figure id='figure-subgroups'><figcaption>%s</figcaption>%n<svg viewBox='0 0 %d %d' role='img'"
                        + " aria-labelledby='subgroups-t subgroups-d' xmlns='http://www.w3.org/2000/svg'"
                        + " font-family='system-ui,sans-serif' font-size='13' fill='#222'><title id='subgroups-t'>%s</title>"
                        + "<desc id='subgroups-d'>Forest plot: one row per part with its number of patients, estimate and"
                        + " 95 %% interval.</desc>%n"
                        + "<g font-weight='600'><text x='6' y='18'>part</text><text x='310' y='18' text-anchor='end'>n</text>"
                        + "<text x='%d' y='18' text-anchor='end'>%s (95 %%)</text></g>%n",
                Html.escape(title),
                WIDTH,
                bottom + 44,
                Html.escape(title),
                WIDTH - 6,
                Html.escape(parts.getFirst().comparison().measure())));
        double none = scale.at(place(ratio ? 1 : 0));
        for (double tick : ticks()) {
            double at = scale.at(place(tick));
            out.append(String.format(
                    Locale.ROOT,
                    "<line x1='%.1f' x2='%.1f' y1='%d' y2='%d' stroke='#e2e2e2'/><text x='%.1f' y='%d' font-size='12'"
                            + " text-anchor='middle'>%s</text>%n",
                    at,
                    at,
                    TOP - 4,
                    bottom,
                    at,
                    bottom + 18,
                    Scale.label(tick)));
        }
        out.append(String.format(
                Locale.ROOT,
                "<line x1='%.1f' x2='%.1f' y1='%d' y2='%d' stroke='#444'/><line x1='%d' x2='%d' y1='%d' y2='%d'"
                        + " stroke='#444'/><text x='%.1f' y='%d' font-size='12' text-anchor='middle' fill='#444'>no"
                        + " difference</text>%n",
                none,
                none,
                TOP - 4,
                bottom,
                FROM,
                TO,
                bottom,
                bottom,
                none,
                bottom + 36));
        for (int i = 0; i < parts.size(); i++) {
            row(out, parts.get(i), TOP + ROW * i + ROW / 2, i == 0);
        }
        return out.append("</svg>\n").toString();
    }

    private void row(StringBuilder out, TrialAnalysis.Subgroup s, int y, boolean all) {
        Optional<Effect> effect = s.comparison().effectIfAny();
        out.append(String.format(
                Locale.ROOT,
                "<text x='6' y='%d'%s>%s</text><text x='310' y='%d' text-anchor='end'>%d</text>"
                        + "<text x='%d' y='%d' text-anchor='end'>%s</text>%n",
                y + 4,
                all ? " font-weight='600'" : "",
                Html.escape(s.name()),
                y + 4,
                s.patients(),
                WIDTH - 6,
                y + 4,
                Html.escape(effect.map(Numbers::interval).orElse("no estimate"))));
        effect.ifPresent(e -> {
            double at = scale.at(place(e.estimate()));
            String form = all
                    ? String.format(Locale.ROOT, "<path d='M%.1f %dl7 7l-7 7l-7 -7z'", at, y - 7)
                    : String.format(Locale.ROOT, "<rect x='%.1f' y='%d' width='8' height='8'", at - 4, y - 4);
            out.append(String.format(
                    Locale.ROOT,
                    "<line x1='%.1f' x2='%.1f' y1='%d' y2='%d' stroke='#0072B2' stroke-width='1.8'/>%s fill='#0072B2'/>%n",
                    scale.at(place(e.low())),
                    scale.at(place(e.high())),
                    y,
                    y,
                    form));
        });
    }

    private double[] ticks() {
        if (!ratio) {
            return scale.ticks();
        }
        List<Double> ticks = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (double t : new double[] {0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.5, 2, 3, 5, 10, 20}) {
            double at = scale.at(place(t));
            if (at >= FROM && at <= TO && at - last > 26) {
                ticks.add(t);
                last = at;
            }
        }
        return ticks.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
