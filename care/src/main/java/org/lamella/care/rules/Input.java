package org.lamella.care.rules;

import java.util.function.Predicate;

/**
 * Something a rule asks of the record: either known, with the sentence that names it, or unknown, with what is needed.
 * A rule cannot read a value without deciding what happens when there is none.
 *
 * @param <T> type of the value
 */
sealed interface Input<T> {

    /**
     * @param value what the record says
     * @param fact how it is quoted in an answer
     */
    record Known<T>(T value, String fact) implements Input<T> {}

    /** @param need what must be supplied before the rule can be evaluated */
    record Unknown<T>(String need) implements Input<T> {}

    /** True only when known and equal to {@code wanted}. */
    default boolean is(T wanted) {
        return test(wanted::equals);
    }

    /** True only when known and the condition holds. */
    default boolean test(Predicate<T> condition) {
        return this instanceof Known<T> known && condition.test(known.value());
    }

    default boolean unknown() {
        return this instanceof Unknown<T>;
    }

    /** The fact or the need, for an answer that quotes either. */
    default String text() {
        return switch (this) {
            case Known<T> known -> known.fact();
            case Unknown<T> unknown -> unknown.need();
        };
    }
}
