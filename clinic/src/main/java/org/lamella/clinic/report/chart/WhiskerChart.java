package org.lamella.clinic.report.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import org.lamella.clinic.report.Figures;
import org.lamella.clinic.report.markup.Element;
import org.lamella.twin.Estimate;

/**
 * Estimates under one another: dot for the median, thick line for the middle half, thin line for the middle nine
 * tenths. Names and figures are ordinary text above each strip, so that they wrap on a phone and are read aloud; the
 * strips themselves are drawn for the eye only.
 *
 * @param title what the drawing shows
 * @param axis name and unit of the axis
 * @param rows from top to bottom; at least one
 * @param digits decimals of the values written out
 * @param mark value at which a line is drawn, such as 1 for a ratio
 */
public record WhiskerChart(String title, String axis, List<Row> rows, int digits, OptionalDouble mark) {
    private static final double STRIP = 20;
    private static final double LEFT = 2;
    private static final double RIGHT = 97;

    /**
     * @param label name of the row
     * @param estimate finite quantiles
     * @param quiet true for an option that cannot be chosen today
     */
    public record Row(String label, Estimate estimate, boolean quiet) {}

    public WhiskerChart {
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("whisker chart '" + title + "': needs at least one row");
        }
    }

    /** The rows with their strips and the axis. */
    public Element draw() {
        double low = rows.stream().mapToDouble(r -> r.estimate().low()).min().orElse(0);
        double high = rows.stream().mapToDouble(r -> r.estimate().high()).max().orElse(1);
        Ticks ticks = Ticks.enclosing(Math.min(0, low), Math.max(high, mark.orElse(high)), 5);
        Scale x = new Scale(ticks.low(), ticks.high(), LEFT, RIGHT);
        Element list = Element.of("ul").with("class", "whiskers");
        rows.forEach(row -> list.add(Element.of("li")
                .add(
                        Element.of("span", row.label() + " ").with("class", "row-label"),
                        Element.of("span", Figures.withInterval(row.estimate(), digits))
                                .with("class", "row-value"),
                        strip(row, x, ticks))));
        return Element.of("div").add(list, axis(x, ticks));
    }

    private Element strip(Row row, Scale x, Ticks ticks) {
        Estimate e = row.estimate();
        double middle = STRIP / 2;
        String quiet = row.quiet() ? " quiet" : "";
        Element svg = Svg.hidden(STRIP);
        for (BigDecimal tick : ticks.values()) {
            double at = x.at(tick.doubleValue());
            svg.add(Svg.elasticLine(tick.signum() == 0 ? "zero" : "grid", at, 0, at, STRIP));
        }
        mark.ifPresent(m -> svg.add(Svg.elasticLine("today", x.at(m), 0, x.at(m), STRIP)));
        return svg.add(
                Svg.elasticLine("whisker" + quiet, x.at(e.low()), middle, x.at(e.high()), middle),
                Svg.elasticLine("box" + quiet, x.at(e.lowerQuartile()), middle, x.at(e.upperQuartile()), middle),
                Element.of("circle")
                        .with("class", "dot" + quiet)
                        .with("cx", Svg.n(x.at(e.median())) + "%")
                        .with("cy", Svg.n(middle))
                        .with("r", "4.5"));
    }

    private Element axis(Scale x, Ticks ticks) {
        Element svg = Svg.hidden(36);
        ticks.values().forEach(t -> svg.add(Svg.elasticText("tick middle", x.at(t.doubleValue()), 12, Ticks.label(t))));
        return svg.add(Svg.elasticText("tick middle", (LEFT + RIGHT) / 2, 30, axis));
    }
}
