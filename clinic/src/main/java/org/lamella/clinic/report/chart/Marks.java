package org.lamella.clinic.report.chart;

import org.lamella.clinic.report.markup.Element;

/** Shapes for points, told apart without colour. */
public final class Marks {
    private static final double SIZE = 3.6;

    private Marks() {}

    /** Shape by number: 0 circle, 1 square, 2 triangle, more diamond. */
    static Element draw(int shape, String style, double x, double y) {
        Element mark = switch (shape) {
            case 0 ->
                Element.of("circle").with("cx", Svg.n(x)).with("cy", Svg.n(y)).with("r", Svg.n(SIZE));
            case 1 -> polygon(x, y, -SIZE, -SIZE, SIZE, -SIZE, SIZE, SIZE, -SIZE, SIZE);
            case 2 -> polygon(x, y, 0, -SIZE * 1.25, SIZE * 1.15, SIZE, -SIZE * 1.15, SIZE);
            default -> polygon(x, y, 0, -SIZE * 1.3, SIZE * 1.3, 0, 0, SIZE * 1.3, -SIZE * 1.3, 0);
        };
        return mark.with("class", style);
    }

    /** A small drawing of one shape for a legend; the words beside it carry the meaning. */
    public static Element legend(int shape, String style) {
        return Element.of("svg")
                .with("class", "key")
                .with("viewBox", "0 0 14 14")
                .with("aria-hidden", "true")
                .add(draw(shape, style, 7, 7));
    }

    private static Element polygon(double x, double y, double... offsets) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < offsets.length; i += 2) {
            points.append(i == 0 ? "" : " ")
                    .append(Svg.n(x + offsets[i]))
                    .append(',')
                    .append(Svg.n(y + offsets[i + 1]));
        }
        return Element.of("polygon").with("points", points.toString());
    }
}
