package org.lamella.evidence.study;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.lamella.evidence.data.YamlNode;

/** A published figure in the form in which it was printed. */
public sealed interface Value {
    /** One number. */
    record OneNumber(double number) implements Value {}

    /** Several numbers in a row, such as a range, or a mean with its spread; the note or measure says which. */
    record Numbers(List<Double> numbers) implements Value {
        public Numbers {
            numbers = List.copyOf(numbers);
        }
    }

    /** Named parts, such as counts {@code k} of {@code n}, or one figure per type; as plain numbers, texts and lists. */
    record Parts(Map<String, Object> parts) implements Value {
        public Parts {
            parts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(parts));
        }

        /** A part that is a number. */
        public OptionalDouble number(String name) {
            return parts.get(name) instanceof Number n ? OptionalDouble.of(n.doubleValue()) : OptionalDouble.empty();
        }
    }

    /** Words, when no figure was readable. */
    record Words(String text) implements Value {}

    /** The number, when the figure is one number. */
    default OptionalDouble single() {
        return this instanceof OneNumber(double n) ? OptionalDouble.of(n) : OptionalDouble.empty();
    }

    /** Reads an entry of a study file. */
    static Value of(YamlNode node) {
        if (node.isNumber()) {
            return new OneNumber(node.number());
        }
        if (node.isList() && node.items().stream().allMatch(YamlNode::isNumber)) {
            return new Numbers(node.items().stream().map(YamlNode::number).toList());
        }
        if (node.isMap()) {
            return new Parts(RawYaml.map(node));
        }
        return new Words(node.isList() ? String.valueOf(node.raw()) : node.scalar());
    }
}
