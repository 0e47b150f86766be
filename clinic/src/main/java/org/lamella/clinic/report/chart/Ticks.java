package org.lamella.clinic.report.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Round values along an axis: multiples of 1, 2 or 5 times a power of ten that enclose the data.
 *
 * @param values ascending, at least two
 */
public record Ticks(List<BigDecimal> values) {
    public Ticks {
        values = List.copyOf(values);
    }

    /**
     * @param low smallest value that must fit
     * @param high largest value that must fit
     * @param about how many steps are wanted; the answer has between half and twice as many
     */
    public static Ticks enclosing(double low, double high, int about) {
        double span = high > low ? high - low : Math.max(1, Math.abs(low) * 0.1);
        BigDecimal step = step(span / about);
        BigDecimal first = multiple(low, step, RoundingMode.FLOOR);
        BigDecimal last = multiple(Math.max(high, low + span), step, RoundingMode.CEILING);
        List<BigDecimal> values = new ArrayList<>();
        for (BigDecimal v = first; v.compareTo(last) <= 0; v = v.add(step)) {
            values.add(v);
        }
        return new Ticks(values);
    }

    private static BigDecimal step(double rough) {
        int exponent = (int) Math.floor(Math.log10(rough));
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(exponent);
        double mantissa = rough / Math.pow(10, exponent);
        int factor = mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10;
        return power.multiply(BigDecimal.valueOf(factor));
    }

    private static BigDecimal multiple(double value, BigDecimal step, RoundingMode mode) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(12))
                .divide(step, 0, mode)
                .multiply(step);
    }

    public double low() {
        return values.getFirst().doubleValue();
    }

    public double high() {
        return values.getLast().doubleValue();
    }

    /** A tick as text; a minus sign is typographic. */
    public static String label(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        String text = (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
        return text.replace('-', '\u2212');
    }
}
