package org.lamella.clinic.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How one FHIR type is taken straight from JSON. It is taken only when everything that was written is known here and has
 * exactly the expected shape; whatever is otherwise is left to the FHIR parser, whose complaints are the ones to hear.
 */
final class DirectForm<T> {
    /** One element of a type. */
    interface Element<T> {
        /** Puts a value into its place; false when it has not the plain shape and the parser must judge. */
        boolean take(T into, JsonNode value);
    }

    private final Supplier<T> empty;
    private final Map<String, Element<? super T>> elements = new HashMap<>();

    private DirectForm(Supplier<T> empty) {
        this.empty = empty;
    }

    static <T> DirectForm<T> of(Supplier<T> empty) {
        return new DirectForm<>(empty);
    }

    /** Adds an element under its name in JSON. */
    DirectForm<T> with(String name, Element<? super T> element) {
        if (elements.put(name, element) != null) {
            throw new IllegalArgumentException(name + " is described twice");
        }
        return this;
    }

    /** The value, or null when the parser must judge. */
    @Nullable
    T read(JsonNode json) {
        if (!(json instanceof ObjectNode object) || object.isEmpty()) {
            return null;
        }
        T made = empty.get();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            Element<? super T> element = elements.get(field.getKey());
            if (element == null || !element.take(made, field.getValue())) {
                return null;
            }
        }
        return made;
    }
}
