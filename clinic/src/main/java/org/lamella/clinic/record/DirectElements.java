package org.lamella.clinic.record;

import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hl7.fhir.exceptions.FHIRException;
import org.jspecify.annotations.Nullable;
import org.lamella.clinic.record.DirectForm.Element;

/** Elements by the shape of their value in JSON. Each is stricter than FHIR: what it does not take, the parser judges. */
final class DirectElements {
    private static final int LONGEST_ID = 64;
    private static final int LARGEST_COUNT = 1_000_000;

    private DirectElements() {}

    /** A value that may be unfit, in which case it is null. */
    interface Reading<V> {
        @Nullable
        V of(JsonNode json);
    }

    /** An element that occurs once. */
    static <T, V> Element<T> one(Reading<V> reading, BiConsumer<T, V> setter) {
        return (into, json) -> {
            V value = reading.of(json);
            if (value == null) {
                return false;
            }
            setter.accept(into, value);
            return true;
        };
    }

    /** One of several elements of which only one may occur, such as {@code valueQuantity} and {@code valueString}. */
    static <T, V> Element<T> choice(Predicate<T> taken, Reading<? extends V> reading, BiConsumer<T, V> setter) {
        return (into, json) -> {
            V value = taken.test(into) ? null : reading.of(json);
            if (value == null) {
                return false;
            }
            setter.accept(into, value);
            return true;
        };
    }

    /** An element that may occur several times. */
    static <T, V> Element<T> many(Reading<V> reading, BiConsumer<T, V> adder) {
        return (into, json) -> {
            if (!json.isArray() || json.isEmpty()) {
                return false;
            }
            for (JsonNode each : json) {
                V value = reading.of(each);
                if (value == null) {
                    return false;
                }
                adder.accept(into, value);
            }
            return true;
        };
    }

    /** An element that nobody looks at; its shape is checked all the same. */
    static <V> Element<Object> unread(Reading<V> reading) {
        return one(reading, (into, value) -> {});
    }

    /** As {@link #unread}, for an element that may occur several times. */
    static <V> Element<Object> unreadMany(Reading<V> reading) {
        return many(reading, (into, value) -> {});
    }

    /** Text without control characters or blanks at its ends. */
    static @Nullable String text(JsonNode json) {
        String text = json.isTextual() ? json.textValue() : "";
        if (text.isEmpty() || text.charAt(0) <= ' ' || text.charAt(text.length() - 1) <= ' ') {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ') {
                return null;
            }
        }
        return Character.isWhitespace(text.charAt(0)) || Character.isWhitespace(text.charAt(text.length() - 1))
                ? null
                : text;
    }

    /** Text without any blank, such as a code or an address. */
    static @Nullable String word(JsonNode json) {
        String text = text(json);
        if (text != null) {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isWhitespace(text.charAt(i)) || Character.isISOControl(text.charAt(i))) {
                    return null;
                }
            }
        }
        return text;
    }

    /** The id of a resource: letters, digits, hyphens and full stops. */
    static @Nullable String id(JsonNode json) {
        String text = text(json);
        if (text == null || text.length() > LONGEST_ID) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean usual =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
            if (!usual) {
                return null;
            }
        }
        return text;
    }

    static @Nullable Boolean truth(JsonNode json) {
        return json.isBoolean() ? (Boolean) json.booleanValue() : null;
    }

    /** A decimal number that a measurement can have, written without a positive exponent, which the parser writes out. */
    static @Nullable BigDecimal decimal(JsonNode json) {
        BigDecimal value = json.isNumber() ? json.decimalValue() : null;
        return value != null && value.scale() >= 0 && Amounts.sane(value) ? value : null;
    }

    /** A whole number from 1. */
    static @Nullable Integer count(JsonNode json) {
        return json.isInt() && json.intValue() >= 1 && json.intValue() <= LARGEST_COUNT
                ? (Integer) json.intValue()
                : null;
    }

    /** One of the codes of a list that FHIR closes. */
    static <E> Reading<E> listed(Function<String, E> list) {
        return json -> {
            String code = word(json);
            try {
                return code == null ? null : list.apply(code);
            } catch (FHIRException e) {
                return null;
            }
        };
    }

    /** A date or time as the FHIR model itself understands it. */
    static <V> Reading<V> moment(Function<String, V> type) {
        return json -> {
            String text = word(json);
            try {
                return text == null ? null : type.apply(text);
            } catch (DataFormatException | IllegalArgumentException e) {
                return null;
            }
        };
    }
}
