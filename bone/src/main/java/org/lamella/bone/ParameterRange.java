package org.lamella.bone;

import org.lamella.evidence.Parameter;
import org.lamella.evidence.Spread;

/**
 * Values of a number for which results are claimed.
 *
 * @param kind prior (95 % of the stated spread), checked (accepted for a trait), tested (by random parameters), or stated
 * @param low lowest value
 * @param high highest value
 */
record ParameterRange(String kind, double low, double high) {
    private static final double TESTED_LOW = 0.8;
    private static final double TESTED_HIGH = 1.25;
    private static final double NORMAL_95 = 1.96;

    /** The range around the value that comes with Lamella. */
    static ParameterRange of(Parameter p) {
        Spread spread = p.spread();
        if (spread != null) {
            double away = NORMAL_95 * spread.sd();
            return spread.scale() == Spread.Scale.LOG
                    ? new ParameterRange("prior", p.value() * StrictMath.exp(-away), p.value() * StrictMath.exp(away))
                    : new ParameterRange("prior", p.value() - away, p.value() + away);
        }
        for (Trait trait : Trait.values()) {
            if (p.id().startsWith("type_") && p.id().endsWith("." + trait.id())) {
                return new ParameterRange("checked", trait.lowest(), trait.highest());
            }
        }
        if (p.id().startsWith("healthy.")) {
            return new ParameterRange("by definition", p.value(), p.value());
        }
        if (p.id().startsWith("genotype_share.")) {
            return new ParameterRange("stated", 0, 1);
        }
        if (p.id().startsWith("severity.") || p.id().startsWith("genotype.")) {
            return new ParameterRange("stated", -1, 1);
        }
        if (p.id().startsWith("common.")) {
            return new ParameterRange("stated", 0, 5);
        }
        double high = p.value() * TESTED_HIGH;
        return new ParameterRange("tested", p.value() * TESTED_LOW, p.value() < 1 ? Math.min(high, 0.98) : high);
    }

    boolean holds(double value) {
        double rounding = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
        return value >= low - rounding && value <= high + rounding;
    }

    /** As printed: {@code tested 0.8 to 1.25}. */
    String inWords() {
        return low == high
                ? kind
                : (kind.equals("stated") ? "" : kind + " ") + ParameterTable.number(low) + " to "
                        + ParameterTable.number(high);
    }
}
