package org.lamella.trial.report;

import java.util.List;
import java.util.Locale;

/** A chart as inline SVG: axes, lines, bands, points. Colours are told apart by colour-blind readers. */
final class Chart {
    /** Okabe and Ito's palette. */
    private static final String[] COLOURS = {"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"};

    private static final int WIDTH = 640;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int TOP = 16;
    private static final int PLOT_HEIGHT = 260;

    private final StringBuilder marks = new StringBuilder();
    private final String title;
    private final String xLabel;
    private final String yLabel;
    private final double xLow;
    private final double xHigh;
    private final double yLow;
    private final double yHigh;
    private int rowsBelow;

    Chart(String title, String xLabel, String yLabel, double[] x, double[] y) {
        this.title = title;
        this.xLabel = xLabel;
        this.yLabel = yLabel;
        this.xLow = low(x);
        this.xHigh = Math.max(high(x), xLow + 1e-9);
        double margin = Math.max((high(y) - low(y)) * 0.05, 1e-9);
        this.yLow = low(y) == 0 ? 0 : low(y) - margin;
        this.yHigh = high(y) + margin;
    }

    static String colour(int index) {
        return COLOURS[index % COLOURS.length];
    }

    private static double low(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        for (double v : values) {
            low = Double.isFinite(v) ? Math.min(low, v) : low;
        }
        return Double.isFinite(low) ? low : 0;
    }

    private static double high(double[] values) {
        double high = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            high = Double.isFinite(v) ? Math.max(high, v) : high;
        }
        return Double.isFinite(high) ? high : 1;
    }

    private double px(double x) {
        return LEFT + (x - xLow) / (xHigh - xLow) * (WIDTH - LEFT - RIGHT);
    }

    private double py(double y) {
        return TOP + (yHigh - y) / (yHigh - yLow) * PLOT_HEIGHT;
    }

    private static String f(double v) {
        return String.format(Locale.ROOT, "%.1f", v);
    }

    Chart line(double[] x, double[] y, int colour, double width, double opacity) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(y[i])) {
                points.append(f(px(x[i]))).append(',').append(f(py(y[i]))).append(' ');
            }
        }
        marks.append(String.format(
                Locale.ROOT,
                "<polyline fill='none' stroke='%s' stroke-width='%.1f' stroke-opacity='%.2f' points='%s'/>%n",
                colour(colour),
                width,
                opacity,
                points.toString().strip()));
        return this;
    }

    /** A line that changes at its points only. */
    Chart steps(double[] x, double[] y, int colour) {
        double[] sx = new double[2 * x.length - 1];
        double[] sy = new double[sx.length];
        for (int i = 0; i < x.length; i++) {
            sx[2 * i] = x[i];
            sy[2 * i] = y[i];
            if (i > 0) {
                sx[2 * i - 1] = x[i];
                sy[2 * i - 1] = y[i - 1];
            }
        }
        return line(sx, sy, colour, 2, 1);
    }

    Chart interval(double x, double low, double high, int colour) {
        if (Double.isFinite(low) && Double.isFinite(high)) {
            marks.append(String.format(
                    Locale.ROOT,
                    "<line x1='%s' x2='%s' y1='%s' y2='%s' stroke='%s' stroke-width='1.5'/>%n",
                    f(px(x)),
                    f(px(x)),
                    f(py(low)),
                    f(py(high)),
                    colour(colour)));
        }
        return this;
    }

    Chart point(double x, double y, int colour) {
        if (Double.isFinite(y)) {
            marks.append(String.format(
                    Locale.ROOT, "<circle cx='%s' cy='%s' r='3.5' fill='%s'/>%n", f(px(x)), f(py(y)), colour(colour)));
        }
        return this;
    }

    Chart bar(double x, double width, double y, int colour) {
        double zero = py(Math.clamp(0, yLow, yHigh));
        double top = Math.min(zero, py(y));
        marks.append(String.format(
                Locale.ROOT,
                "<rect x='%s' y='%s' width='%s' height='%s' fill='%s'/>%n",
                f(px(x)),
                f(top),
                f(Math.max(0.6, px(x + width) - px(x) - 0.4)),
                f(Math.max(0.3, Math.abs(py(y) - zero))),
                colour(colour)));
        return this;
    }

    /** A row of numbers under the axis, such as numbers at risk. */
    Chart row(String name, double[] x, int[] numbers, int colour) {
        double y = TOP + PLOT_HEIGHT + 52.0 + 15 * rowsBelow++;
        marks.append(String.format(
                Locale.ROOT,
                "<text x='4' y='%s' font-size='11' fill='%s'>%s</text>%n",
                f(y),
                colour(colour),
                Html.escape(name)));
        for (int i = 0; i < x.length; i++) {
            marks.append(String.format(
                    Locale.ROOT,
                    "<text x='%s' y='%s' font-size='11' text-anchor='middle' fill='%s'>%d</text>%n",
                    f(px(x[i])),
                    f(y),
                    colour(colour),
                    numbers[i]));
        }
        return this;
    }

    /** The chart with a legend and a text alternative. */
    String svg(List<String> legend, String alternative) {
        int height = TOP + PLOT_HEIGHT + 48 + 15 * rowsBelow + 8;
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "<figure><figcaption>%s</figcaption><svg viewBox='0 0 %d %d' role='img' aria-label='%s'"
                        + " xmlns='http://www.w3.org/2000/svg' font-family='sans-serif'>%n",
                Html.escape(title),
                WIDTH,
                height,
                Html.escape(alternative)));
        axes(out);
        out.append(marks);
        for (int i = 0; i < legend.size(); i++) {
            out.append(String.format(
                    Locale.ROOT,
                    "<text x='%d' y='%d' font-size='12' fill='%s' stroke='white' stroke-width='3'"
                            + " paint-order='stroke'>%s</text>%n",
                    LEFT + 8,
                    TOP + 14 + 16 * i,
                    colour(i),
                    Html.escape(legend.get(i))));
        }
        return out.append("</svg></figure>\n").toString();
    }

    private void axes(StringBuilder out) {
        int bottom = TOP + PLOT_HEIGHT;
        for (double y : ticks(yLow, yHigh)) {
            out.append(String.format(
                    Locale.ROOT,
                    "<line x1='%d' x2='%d' y1='%s' y2='%s' stroke='#ddd'/><text x='%d' y='%s' font-size='11'"
                            + " text-anchor='end'>%s</text>%n",
                    LEFT,
                    WIDTH - RIGHT,
                    f(py(y)),
                    f(py(y)),
                    LEFT - 6,
                    f(py(y) + 4),
                    tick(y)));
        }
        for (double x : ticks(xLow, xHigh)) {
            out.append(String.format(
                    Locale.ROOT,
                    "<text x='%s' y='%d' font-size='11' text-anchor='middle'>%s</text>%n",
                    f(px(x)),
                    bottom + 16,
                    tick(x)));
        }
        out.append(String.format(
                Locale.ROOT,
                "<line x1='%d' x2='%d' y1='%d' y2='%d' stroke='#333'/><text x='%d' y='%d' font-size='12'"
                        + " text-anchor='middle'>%s</text><text transform='translate(14 %d) rotate(-90)' font-size='12'"
                        + " text-anchor='middle'>%s</text>%n",
                LEFT,
                WIDTH - RIGHT,
                bottom,
                bottom,
                (LEFT + WIDTH - RIGHT) / 2,
                bottom + 34,
                Html.escape(xLabel),
                TOP + PLOT_HEIGHT / 2,
                Html.escape(yLabel)));
    }

    private static double[] ticks(double low, double high) {
        double step = StrictMath.pow(10, Math.floor(StrictMath.log10((high - low) / 4)));
        double ratio = (high - low) / step;
        step *= ratio > 20 ? 5 : ratio > 8 ? 2 : 1;
        int first = (int) Math.ceil(low / step - 1e-9);
        int last = (int) Math.floor(high / step + 1e-9);
        double[] ticks = new double[Math.max(0, last - first + 1)];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = (first + i) * step;
        }
        return ticks;
    }

    private static String tick(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "").replace("-0$", "0");
    }
}
