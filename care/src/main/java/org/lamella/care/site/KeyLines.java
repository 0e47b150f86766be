package org.lamella.care.site;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Line of each key of a YAML text, so that an error can point at it. */
final class KeyLines {

    private final Map<String, Integer> lines = new HashMap<>();

    /** Expects a text that was already parsed without error. */
    KeyLines(String yaml) {
        new Compose(LoadSettings.builder().build()).composeString(yaml).ifPresent(top -> walk("", top));
    }

    /** Line (from 1) of a key path such as {@code products[1].mg}, or of its nearest parent that exists. */
    OptionalInt of(String path) {
        String at = path;
        while (!at.isEmpty()) {
            Integer line = lines.get(at);
            if (line != null) {
                return OptionalInt.of(line);
            }
            at = parent(at);
        }
        return OptionalInt.empty();
    }

    private static String parent(String path) {
        int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return cut < 0 ? "" : path.substring(0, cut);
    }

    private void walk(String path, Node node) {
        switch (node) {
            case MappingNode map -> {
                for (NodeTuple entry : map.getValue()) {
                    if (entry.getKeyNode() instanceof ScalarNode key) {
                        String child = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
                        note(child, key);
                        walk(child, entry.getValueNode());
                    }
                }
            }
            case SequenceNode list -> {
                List<Node> items = list.getValue();
                for (int i = 0; i < items.size(); i++) {
                    String child = path + "[" + i + "]";
                    note(child, items.get(i));
                    walk(child, items.get(i));
                }
            }
            default -> {}
        }
    }

    private void note(String path, Node node) {
        node.getStartMark().ifPresent(mark -> lines.put(path, mark.getLine() + 1));
    }
}
