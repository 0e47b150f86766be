package org.lamella.clinic.record;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A UCUM unit expression of the kind that occurs in a clinical record: atoms joined by {@code .} and {@code /}.
 *
 * <p>UCUM counts the mole as a pure number, so that it would turn mg/mg into mmol/mmol one to one; likewise it equates a
 * milliequivalent with a millimole. Neither may happen here: the expression is accepted only when every atom is on a
 * short list, and its moles and arbitrary units are counted so that only like is compared with like.
 *
 * @param code the expression as written
 * @param moles how often an amount of substance (mol, U, kat) multiplies
 * @param perMoles how often an amount of substance divides; kept apart, so that mmol/mmol is not mg/mg
 * @param arbitrary exponent of the arbitrary international unit
 */
record UcumUnit(String code, int moles, int perMoles, int arbitrary) {
    private static final Pattern ATOM = Pattern.compile(
            "(?<plain>da|[YZEPTGMkhdcmunpfazy])?(?<metric>g|m|L|l|mol|U|kat)(?<power>[23])?|(?<other>\\[lb_av\\]|\\[oz_av\\]|\\[in_i\\]|\\[ft_i\\]|k?\\[iU\\]|\\[IU\\]|deg|min|h|d|wk|s)|1");
    private static final Set<String> AMOUNTS = Set.of("mol", "U", "kat");
    /** Longest expression that is read. */
    static final int LONGEST = 24;

    /** Reads an expression; empty when it is not one that Lamella works with. */
    static Optional<UcumUnit> parse(String code) {
        if (code.isEmpty() || code.length() > LONGEST) {
            return Optional.empty();
        }
        int moles = 0;
        int perMoles = 0;
        int arbitrary = 0;
        int sign = 1;
        int start = 0;
        for (int i = 0; i <= code.length(); i++) {
            if (i < code.length() && code.charAt(i) != '/' && code.charAt(i) != '.') {
                continue;
            }
            Matcher atom = ATOM.matcher(code.substring(start, i));
            if (!atom.matches()) {
                return Optional.empty();
            }
            String metric = atom.group("metric");
            String other = atom.group("other");
            boolean amount = metric != null && AMOUNTS.contains(metric);
            moles += amount && sign > 0 ? 1 : 0;
            perMoles += amount && sign < 0 ? 1 : 0;
            arbitrary += other != null && other.toUpperCase(Locale.ROOT).endsWith("[IU]") ? sign : 0;
            if (i < code.length()) {
                sign = code.charAt(i) == '/' ? -1 : 1;
            }
            start = i + 1;
        }
        return Optional.of(new UcumUnit(code, moles, perMoles, arbitrary));
    }

    boolean likeIn(UcumUnit other) {
        return moles == other.moles && perMoles == other.perMoles && arbitrary == other.arbitrary;
    }
}
