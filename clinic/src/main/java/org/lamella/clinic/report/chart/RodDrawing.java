package org.lamella.clinic.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lamella.care.plan.SurgicalNote.BoneLength;
import org.lamella.clinic.report.markup.Element;

/**
 * A bone and its rod to one scale: today, half-way and at the end of the forecast with a fixed rod of today's length,
 * and at the end with a telescoping one, as far as it slides.
 */
public final class RodDrawing {
    private static final double WIDTH = 640;
    private static final double LEFT = 108;
    private static final double RIGHT = 76;
    private static final double TOP = 10;
    private static final double ROW = 46;
    private static final double BONE = 16;
    private static final double ROD = 5;
    private static final double HEAD = 13;

    private RodDrawing() {}

    /** A state to draw: bone, rod from the left end, and whether it slides. */
    private record State(String label, BoneLength bone, double rodMm, boolean telescoping) {}

    /**
     * The drawing.
     *
     * @param id unique in the page
     * @param bone name of the bone
     * @param growth at least one point, the first one today
     */
    public static Element draw(String id, String bone, List<BoneLength> growth) {
        BoneLength today = growth.getFirst();
        BoneLength later = growth.getLast();
        double rod = today.medianMm();
        List<State> states = new ArrayList<>();
        states.add(new State("today", today, rod, false));
        if (growth.size() > 2) {
            BoneLength middle = growth.subList(1, growth.size() - 1).stream()
                    .min(Comparator.comparingDouble(p -> Math.abs(p.yearsAhead() - later.yearsAhead() / 2)))
                    .orElse(later);
            states.add(new State("in " + years(middle) + " years", middle, rod, false));
        }
        if (growth.size() > 1) {
            states.add(new State("in " + years(later) + " years", later, rod, false));
            states.add(new State("telescoping", later, later.medianMm(), true));
        }
        double scale = (WIDTH - LEFT - RIGHT) / Math.max(later.highMm(), today.medianMm());
        String title = "The shaft (" + bone + ") with a fixed rod of today's length, now and in " + years(later)
                + " years, and with a telescoping rod";
        String description = String.format(
                Locale.ROOT,
                "Shaft %.0f mm today, %.0f mm (%.0f to %.0f) in %s years; a fixed rod of %.0f mm then covers %.0f %% of it."
                        + " A telescoping rod follows as far as it slides. The thin line spans slow to fast growth.",
                today.medianMm(),
                later.medianMm(),
                later.lowMm(),
                later.highMm(),
                years(later),
                rod,
                100 * rod / later.medianMm());
        Element svg = Svg.drawing(id, WIDTH, TOP + states.size() * ROW, title, description);
        for (int i = 0; i < states.size(); i++) {
            row(svg, TOP + i * ROW + ROW / 2, states.get(i), scale);
        }
        return Element.of("figure").add(svg, Element.of("figcaption", title + ". " + description));
    }

    private static void row(Element svg, double middle, State state, double scale) {
        double length = state.bone().medianMm() * scale;
        double rod = Math.min(state.rodMm() * scale, length);
        svg.add(
                Svg.text("tick", 8, middle + 4, state.label()),
                Svg.text(
                        "tick",
                        LEFT + length + HEAD + 8,
                        middle + 4,
                        millimetres(state.bone().medianMm())),
                end(LEFT, middle),
                end(LEFT + length, middle),
                shape("#efe6d2", "#8d7d58", LEFT, middle - BONE / 2, length, BONE, 3));
        if (state.telescoping()) {
            // The sleeve holds the rod of today, the inner part slides out of it.
            double sleeve = length * 0.55;
            svg.add(
                    shape("#6f93ab", "#33536b", LEFT + sleeve - 20, middle - ROD / 4, length - sleeve + 20, ROD / 2, 1),
                    shape("#33536b", "#1f3444", LEFT, middle - ROD / 2, sleeve, ROD, 2));
        } else {
            svg.add(shape("#33536b", "#1f3444", LEFT, middle - ROD / 2, rod, ROD, 2));
        }
        double below = middle + BONE / 2 + 7;
        double low = LEFT + state.bone().lowMm() * scale;
        double high = LEFT + state.bone().highMm() * scale;
        if (high - low > 1) {
            svg.add(
                    Svg.line("whisker", low, below, high, below),
                    Svg.line("whisker", low, below - 3, low, below + 3),
                    Svg.line("whisker", high, below - 3, high, below + 3));
        }
    }

    /** An end of the bone, wider than the shaft. */
    private static Element end(double x, double middle) {
        return Element.of("ellipse")
                .with("cx", Svg.n(x))
                .with("cy", Svg.n(middle))
                .with("rx", Svg.n(HEAD * 0.7))
                .with("ry", Svg.n(HEAD))
                .with("fill", "#f7f1e3")
                .with("stroke", "#8d7d58");
    }

    private static Element shape(
            String fill, String stroke, double x, double y, double width, double height, double corner) {
        return Element.of("rect")
                .with("x", Svg.n(x))
                .with("y", Svg.n(y))
                .with("width", Svg.n(width))
                .with("height", Svg.n(height))
                .with("rx", Svg.n(corner))
                .with("fill", fill)
                .with("stroke", stroke)
                .with("stroke-width", "1");
    }

    private static String millimetres(double value) {
        return String.format(Locale.ROOT, "%.0f mm", value);
    }

    /** Whole years as they are, others with one decimal. */
    private static String years(BoneLength point) {
        double years = point.yearsAhead();
        return String.format(Locale.ROOT, years == Math.rint(years) ? "%.0f" : "%.1f", years);
    }
}
