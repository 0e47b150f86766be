package org.lamella.trial.qualify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.lamella.evidence.Sourced;
import org.lamella.evidence.data.YamlNode;

/**
 * What the book accepts of one behaviour of the model, from {@code behaviours.yaml}.
 *
 * @param id name under which the model's value is measured
 * @param behaviour behaviour of the model draft, i to ix, or "more" for limits added after outputs had been seen
 * @param what in words
 * @param unit unit of value and bounds
 * @param low least accepted
 * @param high largest accepted, above {@code low}
 * @param source where the bounds come from
 * @param status measured when the source gives the bound or its middle, else assumed
 * @param note what the source says, or why the bound was chosen
 */
public record BehaviourLimit(
        String id,
        String behaviour,
        String what,
        String unit,
        double low,
        double high,
        String source,
        Status status,
        String note)
        implements Sourced {
    public BehaviourLimit {
        if (!(low < high)) {
            throw new IllegalArgumentException(
                    "limit " + id + ": found " + low + " to " + high + ", accepted is a range from low to high");
        }
    }

    /**
     * All limits in the order of the book.
     *
     * @throws org.lamella.evidence.data.DataFileException naming what is wrong in the file
     */
    public static List<BehaviourLimit> load() {
        YamlNode top = YamlNode.resource(BehaviourLimit.class, "behaviours.yaml")
                .onlyKeys("title", "status_meaning", "limits");
        List<BehaviourLimit> limits = new ArrayList<>();
        for (YamlNode entry : top.items("limits")) {
            entry.onlyKeys("id", "behaviour", "what", "unit", "low", "high", "source", "status", "note");
            limits.add(new BehaviourLimit(
                    entry.text("id"),
                    entry.text("behaviour"),
                    entry.text("what"),
                    entry.text("unit"),
                    entry.number("low"),
                    entry.number("high"),
                    entry.text("source"),
                    entry.choice("status", Status.class),
                    entry.optionalText("note").orElse("")));
        }
        return List.copyOf(limits);
    }

    /** The source with what it says in brackets, as the book prints it. */
    String printedSource() {
        return note.isEmpty() ? source : source + " (" + note + ")";
    }

    /**
     * Holds measured values against limits.
     *
     * @throws IllegalStateException when a limit has no value or a value no limit: neither may pass in silence
     */
    static List<Behaviours.Check> hold(List<BehaviourLimit> limits, Map<String, Double> values) {
        TreeSet<String> unmatched = new TreeSet<>(values.keySet());
        List<Behaviours.Check> checks = new ArrayList<>();
        for (BehaviourLimit limit : limits) {
            Double value = values.get(limit.id);
            if (value == null) {
                throw new IllegalStateException("behaviour " + limit.id + " has limits but nothing measures it");
            }
            unmatched.remove(limit.id);
            checks.add(new Behaviours.Check(limit, value));
        }
        if (!unmatched.isEmpty()) {
            throw new IllegalStateException("measured, but without limits in behaviours.yaml: " + unmatched);
        }
        return List.copyOf(checks);
    }
}
