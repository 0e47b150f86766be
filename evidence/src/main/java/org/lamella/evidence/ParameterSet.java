package org.lamella.evidence;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lamella.evidence.data.DataFileException;
import org.lamella.evidence.data.YamlNode;

/**
 * Named parameters read from a YAML file, in file order.
 *
 * <pre>{@code
 * title: Cells of trabecular bone
 * parameters:
 *   resorption.duration:
 *     value: 0.11
 *     unit: y
 *     status: measured        # measured, fitted or assumed
 *     log_sd: 0.2             # optional; or sd: 0.02 on the natural scale
 *     source: doi:10.1016/...
 *     note: optional, but required when assumed
 * }</pre>
 */
public final class ParameterSet {
    private static final String[] KEYS = {"value", "unit", "status", "log_sd", "sd", "source", "note"};

    private final String title;
    private final String file;
    private final Map<String, Parameter> byId;

    private ParameterSet(String title, String file, Map<String, Parameter> byId) {
        this.title = title;
        this.file = file;
        this.byId = byId;
    }

    /**
     * Loads a resource.
     *
     * @param resource name relative to this package such as {@code parameters/cells.yaml}, or absolute with a slash
     * @throws DataFileException naming file, key, what was found and what is accepted
     */
    public static ParameterSet load(String resource) {
        return read(YamlNode.resource(ParameterSet.class, resource));
    }

    /** Reads a file that was already parsed, for example one that a user supplied. */
    public static ParameterSet read(YamlNode top) {
        top.onlyKeys("title", "parameters");
        YamlNode entries = top.get("parameters");
        Map<String, Parameter> byId = new LinkedHashMap<>();
        for (String id : entries.keys()) {
            byId.put(id, parameter(id, entries.get(id)));
        }
        return new ParameterSet(top.text("title"), top.file(), byId);
    }

    private static Parameter parameter(String id, YamlNode entry) {
        entry.onlyKeys(KEYS);
        Sourced.Status status = entry.choice("status", Sourced.Status.class);
        String note = entry.optionalText("note").orElse("");
        if (status == Sourced.Status.ASSUMED && note.isEmpty()) {
            throw new DataFileException(
                    entry.file(), entry.path() + ".note", "nothing", "the reason for an assumed value");
        }
        double value = entry.number("value");
        String unit = entry.get("unit").scalar();
        try {
            return new Parameter(id, value, unit, status, spread(entry), entry.text("source"), note);
        } catch (IllegalArgumentException e) {
            throw new DataFileException(
                    entry.file(), entry.path(), String.valueOf(e.getMessage()), "a complete, finite parameter");
        }
    }

    private static @Nullable Spread spread(YamlNode entry) {
        if (entry.has("log_sd") && entry.has("sd")) {
            throw entry.wrong("either log_sd or sd, not both");
        }
        if (entry.has("log_sd")) {
            return new Spread(Spread.Scale.LOG, entry.number("log_sd"));
        }
        return entry.has("sd") ? new Spread(Spread.Scale.NATURAL, entry.number("sd")) : null;
    }

    public String title() {
        return title;
    }

    public String file() {
        return file;
    }

    /** All parameters in file order. */
    public Collection<Parameter> all() {
        return java.util.Collections.unmodifiableCollection(byId.values());
    }

    public Optional<Parameter> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** A parameter that must exist. */
    public Parameter get(String id) {
        return find(id).orElseThrow(() -> new DataFileException(
                file, "parameters." + id, "nothing", "one of " + String.join(", ", byId.keySet())));
    }

    /**
     * Central value of a parameter in the unit that the caller computes with. Nothing is converted: a different unit is
     * an error.
     */
    public double value(String id, String unit) {
        Parameter p = get(id);
        if (!p.unit().equals(unit)) {
            throw new DataFileException(file, "parameters." + id + ".unit", "'" + p.unit() + "'", "'" + unit + "'");
        }
        return p.value();
    }

    /** The same set with one value changed, for sensitivity analyses. */
    public ParameterSet with(String id, double value) {
        Map<String, Parameter> changed = new LinkedHashMap<>(byId);
        changed.put(id, get(id).withValue(value));
        return new ParameterSet(title, file, changed);
    }

    /**
     * The same set with several values changed.
     *
     * @param values new value by id, in the unit of each parameter
     * @throws DataFileException when an id is not one of this set
     */
    public ParameterSet with(Map<String, Double> values) {
        Map<String, Parameter> changed = new LinkedHashMap<>(byId);
        values.forEach((id, value) -> changed.put(id, get(id).withValue(value)));
        return new ParameterSet(title, file, changed);
    }
}
