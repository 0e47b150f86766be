package org.lamella.trial.report;

import java.util.Locale;
import org.lamella.trial.statistics.Effect;

/** Numbers for readers. */
final class Numbers {
    private static final String DASH = "\u2013";

    private static final int MOST_DECIMALS = 4;

    private Numbers() {}

    /** Three significant digits, at most four decimals. */
    static String of(double v) {
        return fixed(v, Math.clamp(2 - magnitude(v), 0, MOST_DECIMALS));
    }

    /** Estimate and interval, or the estimate alone; half the interval is shown with two significant digits. */
    static String interval(Effect e) {
        if (Double.isNaN(e.estimate()) || Double.isNaN(e.low())) {
            return of(e.estimate());
        }
        double half = (e.high() - e.low()) / 2;
        int most = Math.abs(e.estimate()) < 0.1 ? MOST_DECIMALS : MOST_DECIMALS - 1;
        int decimals = half > 0 && Double.isFinite(half)
                ? Math.clamp(1 - magnitude(half), 0, most)
                : Math.clamp(2 - magnitude(e.estimate()), 0, most);
        return fixed(e.estimate(), decimals) + " (" + fixed(e.low(), decimals) + " to " + fixed(e.high(), decimals)
                + ")";
    }

    /** A number that somebody chose: no more digits than it has, four decimals at most. */
    static String given(double v) {
        return fixed(v, MOST_DECIMALS).replaceAll("\\.?0+$", "");
    }

    private static int magnitude(double v) {
        return v == 0 || !Double.isFinite(v) ? 0 : (int) Math.floor(StrictMath.log10(Math.abs(v)));
    }

    /** A fixed number of decimals, a true minus sign, and no minus before 0. */
    static String fixed(double v, int decimals) {
        if (!Double.isFinite(v)) {
            return Double.isNaN(v) ? DASH : v > 0 ? "\u221e" : "\u2212\u221e";
        }
        String text = String.format(Locale.ROOT, "%." + decimals + "f", v);
        return text.matches("-0\\.?0*") ? text.substring(1) : text.replace('-', '\u2212');
    }

    /** A unit for readers: raised digits, nothing for a ratio. */
    static String unit(String unit) {
        return unit.equals("1")
                ? "ratio"
                : unit.replace("cm2", "cm\u00b2")
                        .replace("cm3", "cm\u00b3")
                        .replace("um3", "\u00b5m\u00b3")
                        .replace("um2", "\u00b5m\u00b2")
                        .replace("um", "\u00b5m");
    }

    /** A p-value, escaped for HTML. */
    static String p(double p) {
        return Double.isNaN(p) ? DASH : p < 0.001 ? "&lt; 0.001" : String.format(Locale.ROOT, "%.3f", p);
    }

    static String percent(Effect share) {
        return String.format(
                Locale.ROOT, "%.1f %% (%.1f to %.1f)", 100 * share.estimate(), 100 * share.low(), 100 * share.high());
    }
}
