package org.lamella.evidence.norms;

import java.util.Locale;
import java.util.OptionalDouble;
import org.hipparchus.special.Erf;

/**
 * Where a value stands in a reference of which only some centiles are known. Outside the outermost centiles nothing is
 * extrapolated: the answer says "below" or "above".
 */
public sealed interface Standing {
    /**
     * Between the outermost centiles.
     *
     * @param z Z-score read off the centiles
     */
    record Within(double z) implements Standing {
        /** Centile, 0 to 100. */
        public double centile() {
            return 50 * Erf.erfc(-z / Math.sqrt(2));
        }
    }

    /**
     * Below the lowest known centile.
     *
     * @param centile lowest known centile, such as 2.5
     * @param limit its value in the unit of the reference
     */
    record Below(double centile, double limit) implements Standing {}

    /**
     * Above the highest known centile.
     *
     * @param centile highest known centile, such as 97.5
     * @param limit its value in the unit of the reference
     */
    record Above(double centile, double limit) implements Standing {}

    /**
     * The reference does not cover this case.
     *
     * @param reason what is missing or out of range, in a sentence
     */
    record NotCovered(String reason) implements Standing {}

    /** Z-score, when the value lies between the outermost centiles. */
    default OptionalDouble zScore() {
        return this instanceof Within(double z) ? OptionalDouble.of(z) : OptionalDouble.empty();
    }

    /** A short text such as {@code 31st centile}, {@code below the 2.5th centile (332 ug/L)} or the reason. */
    default String describe(String unit) {
        return switch (this) {
            case Within w -> String.format(Locale.ROOT, "Z %+.1f, centile %.0f", w.z(), w.centile());
            case Below(double centile, double limit) ->
                String.format(Locale.ROOT, "below centile %s (%.4g %s)", plain(centile), limit, unit);
            case Above(double centile, double limit) ->
                String.format(Locale.ROOT, "above centile %s (%.4g %s)", plain(centile), limit, unit);
            case NotCovered(String reason) -> reason;
        };
    }

    private static String plain(double centile) {
        return centile == Math.rint(centile) ? Long.toString((long) centile) : Double.toString(centile);
    }
}
