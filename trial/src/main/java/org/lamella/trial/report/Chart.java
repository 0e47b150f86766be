package org.lamella.trial.report;

import java.util.List;
import java.util.Locale;

/** A chart as inline SVG; {@link ArmStyle} tells arms apart. */
final class Chart {
    private static final int WIDTH = 720;
    private static final int LEFT = 78;
    private static final int RIGHT = 20;
    private static final int PLOT_HEIGHT = 300;
    private static final int ROW = 16;

    private final StringBuilder marks = new StringBuilder();
    private final StringBuilder rows = new StringBuilder();
    private final String id;
    private final String title;
    private final String xLabel;
    private final String yLabel;
    private final int top;
    private final Scale x;
    private final Scale y;
    private final List<String> legend;
    private final boolean months;
    private int rowsBelow;

    /** What a chart is called and how its axes read. */
    record Words(String id, String title, String xLabel, String yLabel) {}

    /**
     * @param words names
     * @param legend one entry per arm, in order of colour; empty for none
     * @param x values that the horizontal axis must hold
     * @param y values that the vertical axis must hold
     */
    Chart(Words words, List<String> legend, double[] x, double[] y) {
        this.id = words.id();
        this.title = words.title();
        this.xLabel = words.xLabel();
        this.yLabel = words.yLabel();
        this.legend = legend;
        this.top = 12 + ROW * legend.size() + (legend.isEmpty() ? 0 : 6);
        this.months = words.xLabel().startsWith("months");
        this.x = Scale.over(x, 0.015, LEFT, WIDTH - RIGHT);
        this.y = Scale.over(y, 0.05, top + PLOT_HEIGHT, top);
    }

    private static String f(double v) {
        return String.format(Locale.ROOT, "%.1f", v);
    }

    Chart line(double[] px, double[] py, int arm, double width, double opacity) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < px.length; i++) {
            if (Double.isFinite(py[i])) {
                points.append(f(x.at(px[i]))).append(',').append(f(y.at(py[i]))).append(' ');
            }
        }
        marks.append(ArmStyle.mark(
                "<polyline fill='none' stroke='%s' stroke-width='%.1f' stroke-opacity='%.2f'%s points='%s'/>\n",
                ArmStyle.colour(arm),
                width,
                opacity,
                width > 1 ? ArmStyle.dash(arm) : "",
                points.toString().strip()));
        return this;
    }

    /** A line that changes at its points only. */
    Chart steps(double[] px, double[] py, int arm) {
        return line(stepped(px, false), stepped(py, true), arm, 2, 1);
    }

    /** A shaded band between two lines that change at their points only. */
    Chart steppedBand(double[] px, double[] low, double[] high, int arm) {
        double[] sx = stepped(px, false);
        double[] sl = stepped(low, true);
        double[] sh = stepped(high, true);
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < sx.length; i++) {
            points.append(f(x.at(sx[i]))).append(',').append(f(y.at(sh[i]))).append(' ');
        }
        for (int i = sx.length - 1; i >= 0; i--) {
            points.append(f(x.at(sx[i]))).append(',').append(f(y.at(sl[i]))).append(' ');
        }
        marks.append(ArmStyle.mark(
                "<polygon fill='%s' fill-opacity='0.13' stroke='none' points='%s'/>\n",
                ArmStyle.colour(arm), points.toString().strip()));
        return this;
    }

    private static double[] stepped(double[] v, boolean values) {
        double[] s = new double[Math.max(1, 2 * v.length - 1)];
        for (int i = 0; i < v.length; i++) {
            s[2 * i] = v[i];
            if (i > 0) {
                s[2 * i - 1] = values ? v[i - 1] : v[i];
            }
        }
        return s;
    }

    /** An interval with caps. */
    Chart interval(double px, double low, double high, int arm) {
        if (Double.isFinite(low) && Double.isFinite(high)) {
            double at = x.at(px);
            marks.append(ArmStyle.mark(
                    "<path d='M%s %sH%sM%s %sV%sM%s %sH%s' fill='none' stroke='%s' stroke-width='1.4'/>\n",
                    f(at - 3),
                    f(y.at(low)),
                    f(at + 3),
                    f(at),
                    f(y.at(low)),
                    f(y.at(high)),
                    f(at - 3),
                    f(y.at(high)),
                    f(at + 3),
                    ArmStyle.colour(arm)));
        }
        return this;
    }

    Chart point(double px, double py, int arm) {
        if (Double.isFinite(py)) {
            marks.append(ArmStyle.symbol(x.at(px), y.at(py), arm));
        }
        return this;
    }

    Chart bar(double px, double width, double value, int arm) {
        double zero = y.at(Math.clamp(0, y.low(), y.high()));
        double end = y.at(value);
        marks.append(ArmStyle.mark(
                "<rect x='%s' y='%s' width='%s' height='%s' fill='%s'/>\n",
                f(x.at(px)),
                f(Math.min(zero, end)),
                f(Math.max(0.6, x.at(px + width) - x.at(px) - 0.4)),
                f(Math.max(0.3, Math.abs(end - zero))),
                ArmStyle.colour(arm)));
        return this;
    }

    /** A thin line across the plot with a word at its end. */
    Chart level(double value, String word) {
        marks.append(ArmStyle.mark(
                "<line x1='%d' x2='%d' y1='%s' y2='%s' stroke='#666' stroke-dasharray='3 3'/>"
                        + "<text x='%d' y='%s' font-size='12' fill='#444' stroke='white' stroke-width='3'"
                        + " paint-order='stroke'>%s</text>\n",
                LEFT, WIDTH - RIGHT, f(y.at(value)), f(y.at(value)), LEFT + 6, f(y.at(value) - 4), Html.escape(word)));
        return this;
    }

    /** Where the horizontal axis, in months, has its ticks. */
    double[] monthTicks() {
        return x.monthTicks();
    }

    /** A row of numbers under the axis, such as numbers at risk; the first row is headed by {@code heading}. */
    Chart row(String heading, String name, double[] px, int[] numbers, int arm) {
        if (rowsBelow == 0) {
            rows.append(ArmStyle.mark(
                    "<text x='6' y='%d' font-size='12' fill='#444'>%s</text>\n",
                    top + PLOT_HEIGHT + 60, Html.escape(heading)));
        }
        int at = top + PLOT_HEIGHT + 60 + ROW * ++rowsBelow;
        rows.append(ArmStyle.mark(
                "<text x='6' y='%d' font-size='12' font-weight='600' fill='%s'>%s</text>\n",
                at, ArmStyle.colour(arm), Html.escape(name)));
        for (int i = 0; i < px.length; i++) {
            rows.append(ArmStyle.mark(
                    "<text x='%s' y='%d' font-size='12' text-anchor='middle'>%d</text>\n",
                    f(x.at(px[i])), at, numbers[i]));
        }
        return this;
    }

    /** The chart with its caption; {@code description} tells readers who cannot see it what it shows. */
    String svg(String description) {
        int height = top + PLOT_HEIGHT + 50 + (rowsBelow == 0 ? 0 : ROW * (rowsBelow + 1) + 4);
        StringBuilder out = new StringBuilder();
        out.append(ArmStyle.begin(id, title, description, WIDTH, height));
        axes(out);
        out.append("<g>\n").append(marks).append("</g>\n");
        for (int i = 0; i < legend.size(); i++) {
            double at = 12 + ROW * i;
            out.append(ArmStyle.mark(
                    "<line x1='%d' x2='%d' y1='%s' y2='%s' stroke='%s' stroke-width='2'%s/>",
                    LEFT, LEFT + 30, f(at), f(at), ArmStyle.colour(i), ArmStyle.dash(i)));
            out.append(ArmStyle.symbol(LEFT + 15, at, i));
            out.append(ArmStyle.mark(
                    "<text x='%d' y='%s' font-size='13'>%s</text>\n",
                    LEFT + 38, f(at + 4.5), Html.escape(legend.get(i))));
        }
        return out.append(rows).append("</svg>\n").toString();
    }

    private void axes(StringBuilder out) {
        int bottom = top + PLOT_HEIGHT;
        for (double tick : y.ticks()) {
            out.append(ArmStyle.mark(
                    "<line x1='%d' x2='%d' y1='%s' y2='%s' stroke='#e2e2e2'/><text x='%d' y='%s' font-size='12'"
                            + " text-anchor='end'>%s</text>\n",
                    LEFT, WIDTH - RIGHT, f(y.at(tick)), f(y.at(tick)), LEFT - 8, f(y.at(tick) + 4), Scale.label(tick)));
        }
        for (double tick : months ? x.monthTicks() : x.ticks()) {
            out.append(ArmStyle.mark(
                    "<line x1='%s' x2='%s' y1='%d' y2='%d' stroke='#444'/><text x='%s' y='%d' font-size='12'"
                            + " text-anchor='middle'>%s</text>\n",
                    f(x.at(tick)), f(x.at(tick)), bottom, bottom + 5, f(x.at(tick)), bottom + 19, Scale.label(tick)));
        }
        out.append(ArmStyle.mark(
                "<path d='M%d %dV%dH%d' fill='none' stroke='#444'/><text x='%d' y='%d' font-size='13'"
                        + " text-anchor='middle'>%s</text><text transform='translate(18 %d) rotate(-90)' font-size='13'"
                        + " text-anchor='middle'>%s</text>\n",
                LEFT,
                top,
                bottom,
                WIDTH - RIGHT,
                (LEFT + WIDTH - RIGHT) / 2,
                bottom + 40,
                Html.escape(xLabel),
                top + PLOT_HEIGHT / 2,
                Html.escape(yLabel)));
        if (y.low() < 0 && y.high() > 0) {
            out.append(ArmStyle.mark(
                    "<line x1='%d' x2='%d' y1='%s' y2='%s' stroke='#888'/>\n",
                    LEFT, WIDTH - RIGHT, f(y.at(0)), f(y.at(0))));
        }
    }
}
