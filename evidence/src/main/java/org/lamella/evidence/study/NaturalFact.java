package org.lamella.evidence.study;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * One finding about the natural course of OI.
 *
 * @param id stable key such as {@code jain_lcrc}
 * @param section topic, such as {@code growth} or {@code bmd.children}
 * @param measure what was measured or found
 * @param values figures in the words of the file: numbers, lists or maps; empty when only a finding in words exists
 * @param details everything else of the entry (population, n, dispersion, treatment, notes)
 * @param source page that was read; for a marked gap ({@link #gap()}) the word {@code none}
 * @param reference DOI or journal to cite; empty when the page itself is the source
 * @param gap true when the entry records that nothing could be found
 */
public record NaturalFact(
        String id,
        String section,
        String measure,
        Map<String, Object> values,
        Map<String, Object> details,
        String source,
        String reference,
        boolean gap) {
    /** A figure that is one number. */
    public OptionalDouble number(String name) {
        return values.get(name) instanceof Number n ? OptionalDouble.of(n.doubleValue()) : OptionalDouble.empty();
    }

    /** A figure inside a group, such as {@code height_z_median} of {@code type_III}. */
    public OptionalDouble number(String group, String name) {
        return values.get(group) instanceof Map<?, ?> m && m.get(name) instanceof Number n
                ? OptionalDouble.of(n.doubleValue())
                : OptionalDouble.empty();
    }
}
