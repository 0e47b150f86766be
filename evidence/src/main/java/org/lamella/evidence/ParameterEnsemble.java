package org.lamella.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamella.evidence.data.DataFileException;
import org.lamella.evidence.data.YamlNode;

/**
 * Parameter sets that agree with the published studies about equally well: what is known, and what is not, about the
 * numbers of the model. Written by {@code lamella calibrate}; each set gives a value to the same parameters.
 *
 * @param run what made the sets, by name, in file order
 * @param ids parameters that the sets give a value to, in file order
 * @param members values by parameter, one map for each set; at least 2 sets
 */
public record ParameterEnsemble(Map<String, String> run, List<String> ids, List<Map<String, Double>> members) {
    public ParameterEnsemble {
        run = Collections.unmodifiableMap(new LinkedHashMap<>(run));
        ids = List.copyOf(ids);
        List<Map<String, Double>> kept = new ArrayList<>();
        for (Map<String, Double> member : members) {
            kept.add(Collections.unmodifiableMap(new LinkedHashMap<>(member)));
        }
        members = List.copyOf(kept);
        if (members.size() < 2) {
            throw new IllegalArgumentException("parameter sets: found " + members.size() + ", accepted are 2 or more");
        }
    }

    /**
     * The sets that come with Lamella.
     *
     * @throws DataFileException naming file, key, what was found and what is accepted
     */
    public static ParameterEnsemble load() {
        return read(YamlNode.resource(ParameterEnsemble.class, "ensembles/lam1.yaml"));
    }

    /** Reads a file that was already parsed, for example the result of a calibration of one's own. */
    public static ParameterEnsemble read(YamlNode top) {
        top.onlyKeys("title", "status", "run", "point", "members");
        if (top.choice("status", Sourced.Status.class) != Sourced.Status.FITTED) {
            throw top.get("status").wrong("fitted");
        }
        Map<String, String> run = new LinkedHashMap<>();
        for (String key : top.get("run").keys()) {
            run.put(key, top.get("run").text(key));
        }
        List<String> ids = List.copyOf(top.get("point").keys());
        List<Map<String, Double>> members = new ArrayList<>();
        for (YamlNode node : top.items("members")) {
            node.onlyKeys(ids.toArray(String[]::new));
            Map<String, Double> member = new LinkedHashMap<>();
            for (String id : ids) {
                double value = node.number(id);
                if (!(value > 0 && Double.isFinite(value))) {
                    throw node.get(id).wrong("a finite number above 0");
                }
                member.put(id, value);
            }
            members.add(member);
        }
        if (members.size() < 2) {
            throw top.get("members").wrong("2 or more parameter sets");
        }
        return new ParameterEnsemble(run, ids, members);
    }

    /** Number of sets. */
    public int size() {
        return members.size();
    }
}
