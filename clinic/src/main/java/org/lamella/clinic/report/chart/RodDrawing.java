package org.lamella.clinic.report.chart;

import java.util.List;
import java.util.Locale;
import org.lamella.care.plan.SurgicalNote.BoneLength;
import org.lamella.clinic.report.markup.Element;

/** A bone with a rod of today's length, today and at the end of the forecast, to one scale. */
public final class RodDrawing {
    private static final double WIDTH = 640;
    private static final double LEFT = 120;
    private static final double RIGHT = 40;
    private static final double ROW = 62;
    private static final double BONE = 22;
    private static final double ROD = 6;

    private RodDrawing() {}

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
        double scale = (WIDTH - LEFT - RIGHT) / Math.max(later.highMm(), today.medianMm());
        String title = "The " + bone + " and a rod of today's length, now and in " + years(later) + " years";
        String description = String.format(
                Locale.ROOT,
                "Shaft %.0f mm today, %.0f mm (%.0f to %.0f) in %s years; a rod of %.0f mm then covers %.0f %% of it.",
                today.medianMm(),
                later.medianMm(),
                later.lowMm(),
                later.highMm(),
                years(later),
                today.medianMm(),
                100 * today.medianMm() / later.medianMm());
        Element svg = Svg.drawing(id, WIDTH, 2 * ROW + 8, title, description);
        row(svg, 0, "today", today, today.medianMm(), scale);
        row(svg, 1, "in " + years(later) + " years", later, today.medianMm(), scale);
        return Element.of("figure").add(svg, Element.of("figcaption", title + ". " + description));
    }

    private static void row(Element svg, int row, String label, BoneLength bone, double rodMm, double scale) {
        double middle = row * ROW + ROW / 2;
        double length = bone.medianMm() * scale;
        svg.add(
                Svg.text("tick", 8, middle + 4, label),
                shape("bone", LEFT, middle - BONE / 2, length, BONE, 9),
                shape("rod", LEFT, middle - ROD / 2, Math.min(rodMm * scale, length), ROD, 3),
                Svg.line(
                        "whisker",
                        LEFT + bone.lowMm() * scale,
                        middle + BONE / 2 + 6,
                        LEFT + bone.highMm() * scale,
                        middle + BONE / 2 + 6));
    }

    private static Element shape(String style, double x, double y, double width, double height, double corner) {
        boolean rod = style.equals("rod");
        return Element.of("rect")
                .with("x", Svg.n(x))
                .with("y", Svg.n(y))
                .with("width", Svg.n(width))
                .with("height", Svg.n(height))
                .with("rx", Svg.n(corner))
                .with("fill", rod ? "#33536b" : "#efe6d2")
                .with("stroke", rod ? "#1f3444" : "#8d7d58")
                .with("stroke-width", "1");
    }

    private static String years(BoneLength point) {
        return String.format(Locale.ROOT, "%.0f", point.yearsAhead());
    }
}
