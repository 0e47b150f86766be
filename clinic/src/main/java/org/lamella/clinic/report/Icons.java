package org.lamella.clinic.report;

import org.lamella.clinic.report.markup.Element;

/** Small shapes beside the words of a badge, so that no meaning hangs on colour. */
final class Icons {
    private Icons() {}

    static Element of(String style) {
        Element icon = Element.of("svg")
                .with("class", "icon")
                .with("viewBox", "0 0 16 16")
                .with("aria-hidden", "true")
                .with("focusable", "false");
        return switch (style) {
            case "stop" ->
                icon.add(
                        shape("polygon", "points", "5,1 11,1 15,5 15,11 11,15 5,15 1,11 1,5"),
                        Element.of("rect")
                                .with("x", "4")
                                .with("y", "7")
                                .with("width", "8")
                                .with("height", "2")
                                .with("fill", "#fff"));
            case "hold" -> icon.add(bar("3.5"), bar("9.5"));
            case "missing" ->
                icon.add(
                        ring().with("stroke-dasharray", "3 2"),
                        Element.of("text", "?")
                                .with("x", "8")
                                .with("y", "11.5")
                                .with("text-anchor", "middle")
                                .with("font-size", "10")
                                .with("font-weight", "700")
                                .with("fill", "currentColor"));
            case "unconfirmed" ->
                icon.add(Element.of("polygon")
                        .with("points", "8,1.5 14.5,8 8,14.5 1.5,8")
                        .with("fill", "none")
                        .with("stroke", "currentColor")
                        .with("stroke-width", "2"));
            case "ok" -> icon.add(shape("circle", "r", "6").with("cx", "8").with("cy", "8"));
            case "due" ->
                icon.add(
                        ring(),
                        Element.of("path")
                                .with("d", "M8 4.5V8l2.5 2")
                                .with("fill", "none")
                                .with("stroke", "currentColor")
                                .with("stroke-width", "1.8"));
            default ->
                icon.add(
                        shape("circle", "r", "1.4").with("cx", "8").with("cy", "4"),
                        shape("rect", "x", "6.8")
                                .with("y", "7")
                                .with("width", "2.4")
                                .with("height", "6"));
        };
    }

    private static Element shape(String tag, String name, String value) {
        return Element.of(tag).with("fill", "currentColor").with(name, value);
    }

    private static Element bar(String x) {
        return shape("rect", "x", x).with("y", "2").with("width", "3").with("height", "12");
    }

    private static Element ring() {
        return Element.of("circle")
                .with("cx", "8")
                .with("cy", "8")
                .with("r", "6.5")
                .with("fill", "none")
                .with("stroke", "currentColor")
                .with("stroke-width", "1.6");
    }
}
