package org.lamella.evidence.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lamella.evidence.data.DataFileException;

/** The catalogue of published studies. */
public final class Studies {
    private static final Studies ALL = new Studies();

    private final Map<String, Study> byId = new LinkedHashMap<>();

    private Studies() {
        Stream.concat(BisphosphonateFile.read().stream(), OtherDrugsFile.read().stream())
                .forEach(study -> {
                    if (byId.put(study.id(), study) != null) {
                        throw new DataFileException("studies", study.id(), "the same id twice", "one entry per study");
                    }
                });
    }

    /** The catalogue, read once. */
    public static Studies catalogue() {
        return ALL;
    }

    /** All studies, reserved ones included, in file order. */
    public List<Study> all() {
        return List.copyOf(byId.values());
    }

    public List<Study> inRole(Role role) {
        return byId.values().stream().filter(s -> s.role() == role).toList();
    }

    public Optional<Study> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** A study that must exist. */
    public Study get(String id) {
        return find(id).orElseThrow(() ->
                new DataFileException("studies", id, "no such study", "one of " + String.join(", ", byId.keySet())));
    }
}
