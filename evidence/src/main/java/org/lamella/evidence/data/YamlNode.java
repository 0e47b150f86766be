package org.lamella.evidence.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * One entry of a YAML file that knows its file and its path, so that every complaint can name both.
 *
 * <p>Reading never guesses: a missing key, a text where a number belongs or an unknown choice is a
 * {@link DataFileException}. Duplicate keys are refused by the parser.
 */
public final class YamlNode {
    private final String file;
    private final String path;
    private final @Nullable Object raw;

    private YamlNode(String file, String path, @Nullable Object raw) {
        this.file = file;
        this.path = path;
        this.raw = raw;
    }

    /** Reads a resource; see {@link Resources#text} for names. */
    public static YamlNode resource(Class<?> anchor, String name) {
        return parse(name, Resources.text(anchor, name));
    }

    /** Parses a text; {@code file} is the name used in errors. */
    public static YamlNode parse(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setSchema(new CoreSchema())
                .setAllowDuplicateKeys(false)
                .build();
        try {
            return new YamlNode(file, "", new Load(settings).loadFromString(text));
        } catch (YamlEngineException e) {
            throw new DataFileException(file, "", "text that is not YAML (" + e.getMessage() + ")", "valid YAML 1.2");
        }
    }

    public String file() {
        return file;
    }

    /** Path from the top of the file, such as {@code studies[3].citation}; empty at the top. */
    public String path() {
        return path;
    }

    /** The entry as plain maps, lists, texts, numbers and booleans; null for an empty entry. */
    public @Nullable Object raw() {
        return raw;
    }

    public boolean isNull() {
        return raw == null;
    }

    public boolean isMap() {
        return raw instanceof Map;
    }

    public boolean isList() {
        return raw instanceof List;
    }

    public boolean isNumber() {
        return raw instanceof Number;
    }

    /** Keys in file order. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Object key : map().keySet()) {
            keys.add(String.valueOf(key));
        }
        return List.copyOf(keys);
    }

    /** True when the key is there and its entry is not empty. */
    public boolean has(String key) {
        return raw instanceof Map<?, ?> m && m.get(key) != null;
    }

    /** The entry of a key that must be there and not be empty. */
    public YamlNode get(String key) {
        return find(key)
                .orElseThrow(() -> new DataFileException(file, join(key), "nothing", "an entry named '" + key + "'"));
    }

    /** The entry of a key, or empty when it is absent or has no value. */
    public Optional<YamlNode> find(String key) {
        Object value = map().get(key);
        return value == null ? Optional.empty() : Optional.of(new YamlNode(file, join(key), value));
    }

    /** Entries of a list. */
    public List<YamlNode> items() {
        if (!(raw instanceof List<?> list)) {
            throw wrong("a list");
        }
        List<YamlNode> items = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            items.add(new YamlNode(file, path + "[" + i + "]", list.get(i)));
        }
        return List.copyOf(items);
    }

    /** Entries of the list under a key, or none when the key is absent or empty. */
    public List<YamlNode> items(String key) {
        return find(key).map(YamlNode::items).orElse(List.of());
    }

    /** A text that is not blank. */
    public String text() {
        if (!(raw instanceof String s) || s.isBlank()) {
            throw wrong("a text");
        }
        return s.strip();
    }

    /** A text, number or yes/no as it would be printed. */
    public String scalar() {
        if (raw == null || isMap() || isList()) {
            throw wrong("a single value");
        }
        return String.valueOf(raw).strip();
    }

    /** A finite number. */
    public double number() {
        if (!(raw instanceof Number n) || !Double.isFinite(n.doubleValue())) {
            throw wrong("a number");
        }
        return n.doubleValue();
    }

    /** The number exactly as it is written in decimal. */
    public BigDecimal decimal() {
        return raw instanceof Double d && Double.isFinite(d) ? BigDecimal.valueOf(d) : new BigDecimal(integerText());
    }

    private String integerText() {
        if (raw instanceof Number n && !(raw instanceof Double)) {
            return n.toString();
        }
        throw wrong("a number");
    }

    public int integer() {
        if (!(raw instanceof Integer i)) {
            throw wrong("a whole number");
        }
        return i;
    }

    public boolean flag() {
        if (!(raw instanceof Boolean b)) {
            throw wrong("true or false");
        }
        return b;
    }

    public String text(String key) {
        return get(key).text();
    }

    public Optional<String> optionalText(String key) {
        return find(key).map(YamlNode::scalar);
    }

    public double number(String key) {
        return get(key).number();
    }

    public OptionalDouble optionalNumber(String key) {
        return find(key).map(n -> OptionalDouble.of(n.number())).orElse(OptionalDouble.empty());
    }

    public BigDecimal decimal(String key) {
        return get(key).decimal();
    }

    /** One of the constants of an enum, written in lower case with underscores or hyphens. */
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        YamlNode node = get(key);
        String wanted = node.scalar().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> c.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> node.wrong("one of " + names(type)));
    }

    /** Refuses keys that nobody reads, which are most often misspelt ones. */
    public YamlNode onlyKeys(String... accepted) {
        for (String key : keys()) {
            if (!Arrays.asList(accepted).contains(key)) {
                throw new DataFileException(
                        file, join(key), "the unknown key '" + key + "'", "one of " + String.join(", ", accepted));
            }
        }
        return this;
    }

    /** The complaint that this entry is not what was expected. */
    public DataFileException wrong(String accepted) {
        return new DataFileException(file, path, describe(), accepted);
    }

    private String describe() {
        return switch (raw) {
            case null -> "nothing";
            case Map<?, ?> m -> "a map with the keys " + m.keySet();
            case List<?> l -> "a list of " + l.size();
            case String s -> "the text '" + s + "'";
            default -> "the value " + raw;
        };
    }

    private Map<?, ?> map() {
        if (!(raw instanceof Map<?, ?> m)) {
            throw wrong("a map of keys and values");
        }
        return m;
    }

    private String join(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return String.join(
                ", ",
                Arrays.stream(type.getEnumConstants())
                        .map(c -> c.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
