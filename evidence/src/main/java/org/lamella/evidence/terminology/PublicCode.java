package org.lamella.evidence.terminology;

import java.util.Locale;

/**
 * A public code and what it means here.
 *
 * @param kind which part of the record it speaks of
 * @param means which one, in lower case with hyphens, such as {@code vitamin-d-25oh} or {@code lumbar-spine/z-score}
 * @param system canonical address of the code system as FHIR uses it
 * @param code the code
 * @param display name of the code
 * @param seen where the code was seen together with its meaning
 */
public record PublicCode(Kind kind, String means, String system, String code, String display, String seen) {
    /** Part of the record that a code speaks of. */
    public enum Kind {
        CONDITION,
        MEASURE,
        ANALYTE,
        DXA,
        DRUG
    }

    /** True when this is the code of an enum constant, whose name is compared in lower case with hyphens. */
    boolean means(Enum<?> constant) {
        return means.equals(hyphenated(constant));
    }

    static String hyphenated(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
