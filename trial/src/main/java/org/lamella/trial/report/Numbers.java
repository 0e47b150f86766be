package org.lamella.trial.report;

import java.util.Locale;
import org.lamella.trial.statistics.Effect;

/** Numbers for readers. */
final class Numbers {
    private static final String DASH = "\u2013";

    private Numbers() {}

    static String of(double v) {
        return Double.isNaN(v) ? DASH : Double.isInfinite(v) ? "\u221e" : String.format(Locale.ROOT, "%.2f", v);
    }

    /** Estimate and interval, or the estimate alone. */
    static String interval(Effect e) {
        return Double.isNaN(e.estimate()) || Double.isNaN(e.low())
                ? of(e.estimate())
                : of(e.estimate()) + " (" + of(e.low()) + " to " + of(e.high()) + ")";
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
