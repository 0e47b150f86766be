package org.lamella.clinic.report.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.lamella.care.plan.SpineNote.CurvePoint;
import org.lamella.clinic.report.markup.Element;

/** Forecast of a Cobb angle with its interval, year by year. */
public final class CurveChart {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 190;
    private static final double LEFT = 44;
    private static final double RIGHT = 96;
    private static final double TOP = 12;
    private static final double BOTTOM = 30;

    private CurveChart() {}

    /**
     * The chart.
     *
     * @param id unique in the page
     * @param curve at least one point, ascending
     */
    public static Element draw(String id, List<CurvePoint> curve) {
        CurvePoint end = curve.getLast();
        Ticks degrees = Ticks.enclosing(
                0, curve.stream().mapToDouble(CurvePoint::highDegrees).max().orElse(10), 5);
        Scale up = new Scale(degrees.low(), degrees.high(), HEIGHT - BOTTOM, TOP);
        Scale along = new Scale(0, Math.max(1, end.yearsAhead()), LEFT, WIDTH - RIGHT);
        String title = "Cobb angle, forecast for " + end.yearsAhead() + " years";
        String description = String.format(
                Locale.ROOT,
                "%.0f degrees today, %.0f degrees (%.0f to %.0f) in %d years.",
                curve.getFirst().medianDegrees(),
                end.medianDegrees(),
                end.lowDegrees(),
                end.highDegrees(),
                end.yearsAhead());
        Element svg = Svg.drawing(id, WIDTH, HEIGHT, title, description);
        for (BigDecimal tick : degrees.values()) {
            double y = up.at(tick.doubleValue());
            svg.add(
                    Svg.line("grid", LEFT, y, WIDTH - RIGHT, y),
                    Svg.text("tick end", LEFT - 6, y + 4, Ticks.label(tick)));
        }
        svg.add(
                shape("polygon", "fan-90", band(curve, along, up)),
                shape("polyline", "fan-median", line(curve, along, up)));
        for (CurvePoint point : curve) {
            svg.add(Svg.text(
                    "tick middle", along.at(point.yearsAhead()), HEIGHT - 10, Integer.toString(point.yearsAhead())));
        }
        svg.add(
                Svg.text("tick", WIDTH - RIGHT + 12, HEIGHT - 10, "years ahead"),
                Svg.text(
                        "end-label",
                        WIDTH - RIGHT + 6,
                        up.at(end.medianDegrees()) + 4,
                        String.format(Locale.ROOT, "%.0f degrees", end.medianDegrees())));
        return Element.of("figure").add(svg, Element.of("figcaption", title + ". " + description));
    }

    private static String band(List<CurvePoint> curve, Scale along, Scale up) {
        StringBuilder points = new StringBuilder();
        curve.forEach(p -> place(points, along.at(p.yearsAhead()), up.at(p.lowDegrees())));
        curve.reversed().forEach(p -> place(points, along.at(p.yearsAhead()), up.at(p.highDegrees())));
        return points.toString().strip();
    }

    private static String line(List<CurvePoint> curve, Scale along, Scale up) {
        StringBuilder points = new StringBuilder();
        curve.forEach(p -> place(points, along.at(p.yearsAhead()), up.at(p.medianDegrees())));
        return points.toString().strip();
    }

    private static void place(StringBuilder points, double x, double y) {
        points.append(Svg.n(x)).append(',').append(Svg.n(y)).append(' ');
    }

    private static Element shape(String tag, String style, String points) {
        return Element.of(tag).with("class", style).with("points", points);
    }
}
