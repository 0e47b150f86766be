package org.lamella.trial.report;

import java.util.ArrayList;
import java.util.List;

/** Several small charts side by side with the same axes, one for each arm, so that their lines do not hide each other. */
final class Panels {
    private static final int WIDTH = 720;
    private static final int LEFT = 66;
    private static final int GAP = 14;
    private static final int TOP = 26;
    private static final int HEIGHT = 220;
    private static final int FOOT = 26;
    private static final int IN_A_ROW = 3;

    private final List<String> names;
    private final Scale x;
    private final Scale y;
    private final List<StringBuilder> marks = new ArrayList<>();
    private final int columns;
    private final int panelWidth;

    /**
     * @param names one for each panel
     * @param x values that the horizontal axis must hold, in months
     * @param y values that the vertical axis must hold
     */
    Panels(List<String> names, double[] x, double[] y) {
        this.names = names;
        this.columns = Math.min(IN_A_ROW, names.size());
        this.panelWidth = (WIDTH - LEFT - 12 - GAP * (columns - 1)) / columns;
        this.x = Scale.over(x, 0.03, 0, panelWidth);
        this.y = Scale.over(y, 0.05, HEIGHT, 0);
        names.forEach(n -> marks.add(new StringBuilder()));
    }

    /** A line in one panel; values that are not numbers are left out. */
    Panels line(int panel, double[] px, double[] py, double width, double opacity) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < px.length; i++) {
            if (Double.isFinite(py[i])) {
                points.append(ArmStyle.mark("%.1f,%.1f ", x.at(px[i]), y.at(py[i])));
            }
        }
        marks.get(panel)
                .append(ArmStyle.mark(
                        "<polyline fill='none' stroke='%s' stroke-width='%.1f' stroke-opacity='%.2f' points='%s'/>\n",
                        ArmStyle.colour(panel),
                        width,
                        opacity,
                        points.toString().strip()));
        return this;
    }

    /** The panels with their caption. */
    String svg(Chart.Words words, String description) {
        int rows = (names.size() + columns - 1) / columns;
        int each = TOP + HEIGHT + FOOT;
        StringBuilder out =
                new StringBuilder(ArmStyle.begin(words.id(), words.title(), description, WIDTH, rows * each + 22));
        for (int i = 0; i < names.size(); i++) {
            int left = LEFT + i % columns * (panelWidth + GAP);
            panel(out, i, left, i / columns * each + TOP, i % columns == 0);
        }
        return out.append(ArmStyle.mark(
                        "<text x='%d' y='%d' font-size='13' text-anchor='middle'>%s</text>"
                                + "<text transform='translate(16 %d) rotate(-90)' font-size='13'"
                                + " text-anchor='middle'>%s</text>\n</svg>\n",
                        (LEFT + WIDTH) / 2,
                        rows * each + 14,
                        Html.escape(words.xLabel()),
                        rows * each / 2,
                        Html.escape(words.yLabel())))
                .toString();
    }

    private void panel(StringBuilder out, int i, int left, int top, boolean first) {
        out.append(ArmStyle.mark(
                "<g transform='translate(%d %d)'><text x='0' y='-8' font-size='13' font-weight='600' fill='%s'>%s</text>\n",
                left, top, ArmStyle.colour(i), Html.escape(names.get(i))));
        for (double tick : y.ticks()) {
            out.append(ArmStyle.mark(
                    "<line x1='0' x2='%d' y1='%.1f' y2='%.1f' stroke='#e2e2e2'/>", panelWidth, y.at(tick), y.at(tick)));
            if (first) {
                out.append(ArmStyle.mark(
                        "<text x='-8' y='%.1f' font-size='12' text-anchor='end'>%s</text>",
                        y.at(tick) + 4, Scale.label(tick)));
            }
        }
        for (double tick : x.monthTicks(columns == 1 ? 9 : 5)) {
            out.append(ArmStyle.mark(
                    "<line x1='%.1f' x2='%.1f' y1='%d' y2='%d' stroke='#444'/><text x='%.1f' y='%d' font-size='12'"
                            + " text-anchor='middle'>%s</text>",
                    x.at(tick), x.at(tick), HEIGHT, HEIGHT + 5, x.at(tick), HEIGHT + 18, Scale.label(tick)));
        }
        out.append(ArmStyle.mark("<path d='M0 0V%dH%d' fill='none' stroke='#444'/>\n", HEIGHT, panelWidth))
                .append(marks.get(i))
                .append("</g>\n");
    }
}
