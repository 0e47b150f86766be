package org.lamella.trial.qualify;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Every comparison as one row of a picture: the published figure against the prediction, in units of the half width of the
 * 90 % prediction interval. So percentages, Z-scores and rates share one axis: 0 is a perfect prediction, between -1 and 1
 * the interval held. The worst rows come first.
 */
final class AgreementPlot {
    private static final int ROW = 18;
    private static final int LEFT = 600;
    private static final int PLOT = 340;
    private static final int TOP = 56;
    /** Beyond this many half widths a point is drawn at the edge as an arrow. */
    private static final double EDGE = 2.2;

    private AgreementPlot() {}

    /** Where the published figure lies: 0 at the prediction, ±1 at the ends of the interval; on the scale of the interval. */
    static double position(Finding f) {
        Intervals.Scale scale = f.errors().scale();
        double half = (scale.to(f.high()) - scale.to(f.low())) / 2;
        return (scale.to(Objects.requireNonNull(f.observed()))
                        - scale.to(f.predicted().estimate()))
                / half;
    }

    /** The picture as SVG, or an empty text when nothing can be drawn. */
    static String svg(List<Finding> findings) {
        List<Finding> rows = findings.stream()
                .filter(f -> f.observed() != null && f.high() > f.low())
                .sorted(Comparator.comparingDouble((Finding f) -> -Math.abs(position(f))))
                .toList();
        if (rows.isEmpty()) {
            return "";
        }
        int height = TOP + ROW * rows.size() + 30;
        int width = LEFT + PLOT + 20;
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' font-family='sans-serif' font-size='12'"
                        + " role='img' aria-label='Published figures against predictions'>%n"
                        + "<rect width='100%%' height='100%%' fill='white'/>%n"
                        + "<text x='12' y='20' font-size='14' font-weight='bold'>Published figures against predictions</text>%n"
                        + "<text x='12' y='38' fill='#444'>Shaded: 90 %% prediction interval. Point: published figure"
                        + " (filled when within the plan's limit).</text>%n"
                        + "<rect x='%.1f' y='%d' width='%.1f' height='%d' fill='#0072B2' fill-opacity='0.13'/>%n"
                        + "<line x1='%.1f' x2='%.1f' y1='%d' y2='%d' stroke='#0072B2'/>%n",
                width,
                height,
                width,
                x(-1),
                TOP - 6,
                x(1) - x(-1),
                ROW * rows.size() + 8,
                x(0),
                x(0),
                TOP - 6,
                TOP + ROW * rows.size() + 2));
        for (int i = 0; i < rows.size(); i++) {
            row(out, rows.get(i), TOP + ROW * i + ROW / 2);
        }
        int foot = height - 10;
        out.append(label(x(-1), foot, "low end"))
                .append(label(x(0), foot, "predicted"))
                .append(label(x(1), foot, "high end"));
        return out.append("</svg>\n").toString();
    }

    private static void row(StringBuilder out, Finding f, int y) {
        double at = position(f);
        double shown = Math.max(-EDGE, Math.min(EDGE, at));
        String fill = f.met() ? "#0072B2" : "white";
        String title = f.study() + ": predicted " + Finding.number(f.predicted().estimate()) + " ("
                + Finding.number(f.low()) + " to " + Finding.number(f.high()) + "), published "
                + Finding.number(Objects.requireNonNull(f.observed()));
        out.append(String.format(
                Locale.ROOT,
                "<text x='%d' y='%d' text-anchor='end'>%s<tspan fill='#666'> · %s</tspan></text>%n",
                LEFT - 12,
                y + 4,
                escape(shortened(f.what())),
                escape(f.study().replace('_', ' '))));
        String form = Math.abs(at) <= EDGE
                ? "<circle cx='%1$.1f' cy='%2$d' r='4.5' fill='%3$s' stroke='#0072B2' stroke-width='1.5'><title>%4$s</title></circle>%n"
                : "<path d='M%1$.1f %2$d m-5 -5 l10 0 l-5 9 z' fill='%3$s' stroke='#D55E00' stroke-width='1.5'><title>%4$s"
                        + " (beyond the axis)</title></path>%n";
        out.append(String.format(Locale.ROOT, form, x(shown), y, fill, escape(title)));
    }

    private static String label(double x, int y, String text) {
        return String.format(
                Locale.ROOT, "<text x='%.1f' y='%d' text-anchor='middle' fill='#444'>%s</text>%n", x, y, text);
    }

    private static double x(double position) {
        return LEFT + PLOT * (position + EDGE + 0.2) / (2 * (EDGE + 0.2));
    }

    private static String shortened(String text) {
        return text.length() <= 56 ? text : text.substring(0, 55) + "…";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;");
    }
}
