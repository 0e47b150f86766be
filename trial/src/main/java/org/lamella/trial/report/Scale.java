package org.lamella.trial.report;

import java.util.Locale;

/**
 * One axis: from values to places on the page, with round ticks.
 *
 * @param low value at the beginning
 * @param high value at the end, above the low one
 * @param from place of the low value
 * @param to place of the high value
 */
record Scale(double low, double high, double from, double to) {
    private static final int ABOUT = 5;

    /** A scale over all finite values, with a little air unless they begin at 0. */
    static Scale over(double[] values, double air, double from, double to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double v : values) {
            if (Double.isFinite(v)) {
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
        }
        if (!(low <= high)) {
            low = 0;
            high = 1;
        }
        double margin = Math.max((high - low) * air, 1e-9);
        return new Scale(low == 0 ? 0 : low - margin, high + margin, from, to);
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    double[] ticks() {
        double step = StrictMath.pow(10, Math.floor(StrictMath.log10((high - low) / ABOUT)));
        double ratio = (high - low) / step;
        step *= ratio > 6 * ABOUT ? 10 : ratio > 3 * ABOUT ? 5 : ratio > 1.6 * ABOUT ? 2 : 1;
        return every(step);
    }

    /** Ticks for months: in quarters of a year or whole years where that fits. */
    double[] monthTicks() {
        return monthTicks(9);
    }

    /** As {@link #monthTicks()}, with a least number of ticks that fit. */
    double[] monthTicks(int most) {
        for (double step : new double[] {1, 2, 3, 6, 12, 24, 60, 120}) {
            if ((high - low) / step <= most) {
                return every(step);
            }
        }
        return ticks();
    }

    private double[] every(double step) {
        int first = (int) Math.ceil(low / step - 1e-9);
        int last = (int) Math.floor(high / step + 1e-9);
        double[] ticks = new double[Math.max(0, last - first + 1)];
        for (int i = 0; i < ticks.length; i++) {
            ticks[i] = (first + i) * step;
        }
        return ticks;
    }

    static String label(double value) {
        String text = String.format(Locale.ROOT, "%.4f", value);
        text = text.replaceAll("0+$", "").replaceAll("\\.$", "");
        return text.equals("-0") ? "0" : text.replace('-', '\u2212');
    }
}
