package org.lamella.trial.report;

import java.util.Locale;

/**
 * How arms are told apart: by colour (Okabe and Ito's palette, which colour-blind readers tell apart), by dashes and by the
 * shape of their points, so that a grey print can be read too.
 */
final class ArmStyle {
    private static final String[] COLOURS = {"#0072B2", "#D55E00", "#009E73", "#AA4499", "#B8860B", "#3A9BC1"};
    private static final String[] DASHES = {"", "7 3", "2 3", "9 3 2 3", "12 4", "4 2"};

    private ArmStyle() {}

    static String colour(int arm) {
        return COLOURS[arm % COLOURS.length];
    }

    /** The attribute of a line; empty for a whole one. */
    static String dash(int arm) {
        String dash = DASHES[arm % DASHES.length];
        return dash.isEmpty() ? "" : " stroke-dasharray='" + dash + "'";
    }

    /** A point. */
    static String symbol(double cx, double cy, int arm) {
        String style = " fill='" + colour(arm) + "' stroke='white' stroke-width='0.8'";
        return switch (arm % 4) {
            case 0 -> mark("<circle cx='%.1f' cy='%.1f' r='4'%s/>\n", cx, cy, style);
            case 1 -> mark("<rect x='%.1f' y='%.1f' width='7.4' height='7.4'%s/>\n", cx - 3.7, cy - 3.7, style);
            case 2 -> mark("<path d='M%.1f %.1fl4.8 8.4h-9.6z'%s/>\n", cx, cy - 5.2, style);
            default -> mark("<path d='M%.1f %.1fl4.8 4.8l-4.8 4.8l-4.8 -4.8z'%s/>\n", cx, cy - 4.8, style);
        };
    }

    /** The beginning of a figure with its caption, and of a drawing that tells those who cannot see it what it shows. */
    static String begin(String id, String title, String description, int width, int height) {
        return mark(
                "<figure id='figure-%s'><figcaption>%s</figcaption>\n<svg viewBox='0 0 %d %d' role='img'"
                        + " aria-labelledby='%s-t %s-d' xmlns='http://www.w3.org/2000/svg'"
                        + " font-family='system-ui,sans-serif' fill='#222'>"
                        + "<title id='%s-t'>%s</title><desc id='%s-d'>%s</desc>\n",
                id, Html.escape(title), width, height, id, id, id, Html.escape(title), id, Html.escape(description));
    }

    static String mark(String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
