package org.lamella.clinic.report.chart;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lamella.clinic.report.Figures;
import org.lamella.clinic.report.markup.Element;
import org.lamella.twin.Estimate;
import org.lamella.twin.ForecastCurve;
import org.lamella.twin.ForecastPoint;

/**
 * A forecast as a fan: median, middle half and middle nine tenths of the siblings, with measured points before today
 * and the median without drug for comparison.
 *
 * @param id prefix for identifiers inside the page
 * @param title what the drawing shows
 * @param curve the fan
 * @param comparison whose median is drawn as a dashed line, or null
 * @param measured points before today
 * @param first left end of the time axis, years from today, 0 or less
 * @param last right end of the time axis, years from today, above 0
 * @param values ticks of the value axis
 */
public record FanChart(
        String id,
        String title,
        ForecastCurve curve,
        @Nullable ForecastCurve comparison,
        List<Point> measured,
        double first,
        double last,
        Ticks values) {
    private static final double WIDTH = 340;
    private static final double HEIGHT = 228;
    private static final double LEFT = 34;
    private static final double RIGHT = 36;
    private static final double TOP = 14;
    private static final double BOTTOM = 42;
    private static final double LABEL_GAP = 13;
    private static final double MARGIN = 0.25;
    private static final int MOST_TICKS = 8;

    /**
     * @param yearsAhead place in time, negative before today
     * @param value value
     * @param mark 0 circle, 1 square, 2 triangle, 3 and more diamond: one shape per reference and device
     */
    public record Point(double yearsAhead, double value, int mark) {}

    public FanChart {
        measured = List.copyOf(measured);
    }

    /** The drawing with its text alternative. */
    public Element draw() {
        Scale x = new Scale(Math.min(first, 0) - MARGIN, last, LEFT, WIDTH - RIGHT);
        Scale y = new Scale(values.low(), values.high(), HEIGHT - BOTTOM, TOP);
        Element svg = Svg.drawing(id, WIDTH, HEIGHT, title, description());
        axes(svg, x, y);
        svg.add(
                band("fan-90", x, y, Estimate::low, Estimate::high),
                band("fan-50", x, y, Estimate::lowerQuartile, Estimate::upperQuartile));
        if (comparison != null && !comparison.points().isEmpty()) {
            svg.add(path("fan-none", comparison, x, y));
        }
        svg.add(path("fan-median", curve, x, y));
        ends(svg, x, y);
        measured.stream()
                .filter(p -> p.yearsAhead() >= x.low())
                .forEach(p -> svg.add(Marks.draw(p.mark(), "measured", x.at(p.yearsAhead()), y.inside(p.value()))));
        return svg;
    }

    private void axes(Element svg, Scale x, Scale y) {
        for (BigDecimal tick : values.values()) {
            double at = y.at(tick.doubleValue());
            svg.add(
                    Svg.line(tick.signum() == 0 ? "zero" : "grid", LEFT, at, WIDTH - RIGHT, at),
                    Svg.text("tick end", LEFT - 5, at + 3.5, Ticks.label(tick)));
        }
        int step = Math.max(1, (int) Math.ceil((x.high() - x.low()) / MOST_TICKS));
        int from = -step * (int) Math.floor(-x.low() / step);
        for (int year = from; year <= x.high() + 1e-9; year += step) {
            double at = x.at(year);
            boolean today = year == 0;
            svg.add(
                    Svg.line(today ? "today" : "grid", at, TOP, at, HEIGHT - BOTTOM),
                    Svg.text(
                            today ? "tick middle strong" : "tick middle",
                            at,
                            HEIGHT - BOTTOM + 14,
                            today ? "today" : (year > 0 ? "+" + year : "\u2212" + -year)));
        }
        svg.add(
                Svg.text("tick middle", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - BOTTOM + 30, "years from today"),
                Svg.text("tick", 2, TOP - 4, curve.quantity().unit()));
    }

    private void ends(Element svg, Scale x, Scale y) {
        ForecastPoint end = curve.end();
        double at = x.at(end.yearsAhead());
        double own = y.inside(end.estimate().median());
        svg.add(
                Element.of("circle")
                        .with("class", "fan-end")
                        .with("cx", Svg.n(at))
                        .with("cy", Svg.n(own))
                        .with("r", "2.6"),
                Svg.text("end-label", at + 5, own + 3.5, value(end.estimate().median())));
        if (comparison != null && !comparison.points().isEmpty()) {
            double none = y.inside(comparison.end().estimate().median());
            double place = none >= own ? Math.max(none, own + LABEL_GAP) : Math.min(none, own - LABEL_GAP);
            svg.add(Svg.text(
                    "end-label quiet",
                    at + 5,
                    place + 3.5,
                    value(comparison.end().estimate().median())));
        }
    }

    private Element band(
            String style, Scale x, Scale y, ToDoubleFunction<Estimate> low, ToDoubleFunction<Estimate> high) {
        List<ForecastPoint> points = curve.points();
        String upper = points.stream()
                .map(p -> xy(x.at(p.yearsAhead()), y.inside(high.applyAsDouble(p.estimate()))))
                .collect(Collectors.joining(" "));
        String lower = points.reversed().stream()
                .map(p -> xy(x.at(p.yearsAhead()), y.inside(low.applyAsDouble(p.estimate()))))
                .collect(Collectors.joining(" "));
        return Element.of("polygon").with("class", style).with("points", upper + " " + lower);
    }

    private static Element path(String style, ForecastCurve curve, Scale x, Scale y) {
        String points = curve.points().stream()
                .map(p -> xy(x.at(p.yearsAhead()), y.inside(p.estimate().median())))
                .collect(Collectors.joining(" "));
        return Element.of("polyline").with("class", style).with("points", points);
    }

    private static String xy(double x, double y) {
        return Svg.n(x) + "," + Svg.n(y);
    }

    private static String value(double value) {
        return Figures.number(value, 1).replace('-', '\u2212');
    }

    private String description() {
        ForecastPoint first = curve.points().getFirst();
        ForecastPoint last = curve.end();
        StringBuilder text = new StringBuilder("Model forecast. Median ")
                .append(Figures.number(first.estimate().median(), 1))
                .append(" today and ")
                .append(Figures.withInterval(last.estimate(), 1))
                .append(" after ")
                .append(Figures.years(last.yearsAhead()))
                .append(" years; 5th to 95th centile in brackets.");
        measured.stream()
                .max(Comparator.comparingDouble(Point::yearsAhead))
                .ifPresent(p -> text.append(" ")
                        .append(measured.size())
                        .append(" measured, the latest ")
                        .append(Figures.number(p.value(), 1))
                        .append("."));
        return text.toString();
    }
}
