package org.lamella.clinic.report.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.lamella.clinic.report.markup.Element;

/** Short names for the SVG that the charts need. Lengths are in units of the drawing unless they say per cent. */
final class Svg {
    /** Mean width of a character of the chart font relative to its size, on the safe side. */
    private static final double CHARACTER = 0.56;

    private Svg() {}

    static Element drawing(String id, double width, double height, String title, String description) {
        return named(Element.of("svg").with("viewBox", "0 0 " + n(width) + " " + n(height)), id, title, description);
    }

    /**
     * A drawing as wide as its surroundings, whose horizontal places are per cent and whose text keeps its size; for the
     * eye only, because the text beside it says the same.
     */
    static Element hidden(double height) {
        return Element.of("svg").with("width", "100%").with("height", n(height)).with("aria-hidden", "true");
    }

    private static Element named(Element svg, String id, String title, String description) {
        return svg.with("role", "img")
                .with("aria-labelledby", id + "-title " + id + "-desc")
                .add(
                        Element.of("title", title).with("id", id + "-title"),
                        Element.of("desc", description).with("id", id + "-desc"));
    }

    static Element line(String style, double x1, double y1, double x2, double y2) {
        return Element.of("line")
                .with("class", style)
                .with("x1", n(x1))
                .with("y1", n(y1))
                .with("x2", n(x2))
                .with("y2", n(y2));
    }

    static Element elasticLine(String style, double x1, double y1, double x2, double y2) {
        return Element.of("line")
                .with("class", style)
                .with("x1", n(x1) + "%")
                .with("y1", n(y1))
                .with("x2", n(x2) + "%")
                .with("y2", n(y2));
    }

    static Element text(String style, double x, double y, String text) {
        return Element.of("text", text).with("class", style).with("x", n(x)).with("y", n(y));
    }

    static Element elasticText(String style, double x, double y, String text) {
        return Element.of("text", text)
                .with("class", style)
                .with("x", n(x) + "%")
                .with("y", n(y));
    }

    static double width(String text, double fontSize) {
        return text.codePointCount(0, text.length()) * CHARACTER * fontSize;
    }

    /** A length with at most two decimals. */
    static String n(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("drawing: a place must be a finite number, found " + value);
        }
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }
}
