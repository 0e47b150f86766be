package org.lamella.trial.qualify;

import java.util.LinkedHashMap;
import java.util.Map;

/** Values of the model by the id of the limit they are held against. */
final class Measurements {
    private final Map<String, Double> values = new LinkedHashMap<>();

    /** Keeps a value in the unit of its limit; each id once. */
    void put(String id, double value) {
        if (values.putIfAbsent(id, value) != null) {
            throw new IllegalStateException("behaviour " + id + " was measured twice");
        }
    }

    Map<String, Double> values() {
        return Map.copyOf(values);
    }
}
