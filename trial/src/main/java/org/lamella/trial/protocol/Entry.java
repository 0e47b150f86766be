package org.lamella.trial.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** One entry of a protocol file with its line. Reading never guesses: what is missing or unknown is a fault. */
final class Entry {
    private final String file;
    private final String path;
    private final Node node;

    private Entry(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    static Entry parse(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new CoreSchema())
                .setUseMarks(true)
                .build();
        try {
            Node top = new Compose(settings)
                    .composeString(text)
                    .orElseThrow(() -> new ProtocolFault(file, 0, "", "an empty file", "a protocol"));
            Entry entry = new Entry(file, "", top);
            entry.refuseDuplicates();
            return entry;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
            throw new ProtocolFault(
                    file,
                    line,
                    "",
                    "text that is not YAML (" + e.getProblem() + ")",
                    "YAML 1.2; check the indentation");
        } catch (YamlEngineException e) {
            throw new ProtocolFault(file, 0, "", "text that is not YAML (" + e.getMessage() + ")", "YAML 1.2");
        }
    }

    int line() {
        return node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
    }

    String path() {
        return path;
    }

    String file() {
        return file;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Keys in file order. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (NodeTuple tuple : map().getValue()) {
            keys.add(keyText(tuple));
        }
        return List.copyOf(keys);
    }

    Optional<Entry> find(String key) {
        return map().getValue().stream()
                .filter(t -> keyText(t).equals(key) && !isNull(t.getValueNode()))
                .map(t -> new Entry(file, join(key), t.getValueNode()))
                .findFirst();
    }

    Entry get(String key) {
        return find(key).orElseThrow(() -> fault("no '" + key + "'", "an entry '" + key + "'"));
    }

    List<Entry> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("a list");
        }
        List<Entry> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new Entry(file, path + "[" + items.size() + "]", item));
        }
        return List.copyOf(items);
    }

    List<Entry> items(String key) {
        return find(key).map(Entry::items).orElse(List.of());
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw wrong("a text or number");
        }
        return scalar.getValue().strip();
    }

    String text(String key) {
        return get(key).text();
    }

    double number() {
        try {
            double value = new BigDecimal(text()).doubleValue();
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong("a number");
        }
        throw wrong("a finite number");
    }

    /** A number within bounds, both included. */
    double number(double low, double high) {
        double value = number();
        if (value < low || value > high) {
            throw wrong("a number from " + plain(low) + " to " + plain(high));
        }
        return value;
    }

    int integer(int low, int high) {
        double value = number();
        if (value != Math.rint(value) || value < low || value > high) {
            throw wrong("a whole number from " + low + " to " + high);
        }
        return (int) value;
    }

    boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("true or false");
        };
    }

    /** One of the constants of an enum, written in lower case with underscores. */
    <E extends Enum<E>> E choice(Class<E> type) {
        String wanted = text().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> c.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> unknown("value", text(), names(type)));
    }

    StudyTime time() {
        return StudyTime.parse(text())
                .orElseThrow(() -> wrong("a time such as 14 days, 12 weeks, 6 months or 2 years"));
    }

    /** Refuses keys that nobody reads, which are most often misspelt ones. */
    Entry onlyKeys(String... accepted) {
        for (NodeTuple tuple : map().getValue()) {
            String key = keyText(tuple);
            if (!Arrays.asList(accepted).contains(key)) {
                throw new Entry(file, join(key), tuple.getKeyNode()).unknown("key", key, List.of(accepted));
            }
        }
        return this;
    }

    /** The complaint about a word that is not among the accepted ones, with the nearest of them. */
    ProtocolFault unknown(String what, String word, Collection<String> accepted) {
        String hint = Nearest.to(word, accepted)
                .map(n -> " Did you mean '" + n + "'?")
                .orElse("");
        return fault("the unknown " + what + " '" + word + "'", "one of " + String.join(", ", accepted) + "." + hint);
    }

    /** The complaint that this entry is not what was expected. */
    ProtocolFault wrong(String accepted) {
        return fault(describe(), accepted);
    }

    ProtocolFault fault(String found, String accepted) {
        return new ProtocolFault(file, line(), path, found, accepted);
    }

    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(c -> c.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private void refuseDuplicates() {
        if (node instanceof MappingNode mapping) {
            Set<String> seen = new HashSet<>();
            for (NodeTuple tuple : mapping.getValue()) {
                String key = keyText(tuple);
                if (!seen.add(key)) {
                    throw new Entry(file, join(key), tuple.getKeyNode())
                            .fault("the key '" + key + "' a second time", "each key once");
                }
                new Entry(file, join(key), tuple.getValueNode()).refuseDuplicates();
            }
        } else if (node instanceof SequenceNode) {
            items().forEach(Entry::refuseDuplicates);
        }
    }

    private String describe() {
        return switch (node) {
            case MappingNode _ -> "a map with the keys " + String.join(", ", keys());
            case SequenceNode list -> "a list of " + list.getValue().size();
            case ScalarNode scalar when scalar.getValue().isBlank() -> "nothing";
            case ScalarNode scalar -> "'" + scalar.getValue() + "'";
            default -> "an entry of another kind";
        };
    }

    private MappingNode map() {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("a map of keys and values");
        }
        return mapping;
    }

    private static boolean isNull(Node value) {
        return value instanceof ScalarNode scalar
                && (scalar.getValue().isEmpty() || scalar.getTag().equals(org.snakeyaml.engine.v2.nodes.Tag.NULL));
    }

    private String keyText(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    private String join(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
