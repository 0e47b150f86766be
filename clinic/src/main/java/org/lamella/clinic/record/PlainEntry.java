package org.lamella.clinic.record;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** One entry of a plain record: keys with single values, each read in its type or noted. */
final class PlainEntry {
    private static final Pattern AMOUNT = Pattern.compile("([+-]?[0-9]{1,20}(?:\\.[0-9]{1,20})?)\\s*(\\S+)?");

    private final String path;
    private final Notes notes;
    private final int line;
    private final Map<String, ScalarNode> values = new LinkedHashMap<>();

    private PlainEntry(String path, int line, Notes notes) {
        this.path = path;
        this.line = line;
        this.notes = notes;
    }

    /** Reads the keys of a node; keys that are not accepted, repeated or have no single value are noted. */
    static PlainEntry of(String path, MappingNode node, Notes notes, String... accepted) {
        PlainEntry entry = new PlainEntry(path, line(node), notes);
        for (NodeTuple tuple : node.getValue()) {
            entry.take(tuple, Arrays.asList(accepted));
        }
        return entry;
    }

    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private void take(NodeTuple tuple, List<String> accepted) {
        String key = tuple.getKeyNode() instanceof ScalarNode k ? k.getValue() : "";
        String at = "line " + line(tuple.getKeyNode()) + ", " + path + "." + key;
        if (!accepted.contains(key)) {
            notes.leftOut(
                    Reason.UNKNOWN_KEY,
                    at,
                    "the key " + Sentences.quote(key),
                    String.join(", ", accepted),
                    Nearest.advice(key, accepted));
        } else if (!(tuple.getValueNode() instanceof ScalarNode value)) {
            notes.leftOut(Reason.VALUE_UNREADABLE, at, "a list or a group of keys", "a single value", "");
        } else if (values.putIfAbsent(key, value) != null) {
            notes.leftOut(
                    Reason.CONFLICT,
                    at,
                    "the key " + Sentences.quote(key) + " again",
                    "each key once",
                    "The first is used.");
        }
    }

    String at() {
        return "line " + line + ", " + path;
    }

    String at(String key) {
        ScalarNode value = values.get(key);
        return "line " + (value == null ? line : line(value)) + ", " + path + "." + key;
    }

    /** The text under a key; empty when the key is absent or its value empty. */
    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key))
                .map(ScalarNode::getValue)
                .map(String::strip)
                .filter(v -> !v.isEmpty() && !v.equals("null") && !v.equals("~"));
    }

    boolean has(String key) {
        return text(key).isPresent();
    }

    private Optional<String> needed(String key, Reason reason, String accepted) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            notes.leftOut(reason, at(), "an entry without '" + key + "'", accepted, "");
        }
        return text;
    }

    /** The day under a key that must be there. */
    Optional<LocalDate> date(String key) {
        return needed(key, Reason.DATE_MISSING, "a date such as 2026-11-01").flatMap(text -> day(key, text));
    }

    /** The day under a key that may be absent; {@code unreadable} is true when it is there but cannot be read. */
    Optional<LocalDate> optionalDate(String key) {
        return text(key).flatMap(text -> day(key, text));
    }

    private Optional<LocalDate> day(String key, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            boolean incomplete = text.matches("\\d{4}(-\\d{2})?");
            notes.leftOut(
                    incomplete ? Reason.DATE_INCOMPLETE : Reason.DATE_UNREADABLE,
                    at(key),
                    Sentences.quote(text),
                    "a full date such as 2026-11-01",
                    incomplete ? "Enter the day, or the best estimate of it." : "Year, month and day, in this order.");
            return Optional.empty();
        }
    }

    /** The constant under a key that must be there. */
    <E extends Enum<E>> Optional<E> choice(String key, Class<E> type) {
        List<String> names = LamellaCodes.names(type.getEnumConstants());
        return needed(key, Reason.VALUE_MISSING, "one of " + String.join(", ", names))
                .flatMap(text -> constant(key, type, text));
    }

    /** The constant under a key, or another when the key is absent; empty when it is there but unknown. */
    <E extends Enum<E>> Optional<E> choiceOr(String key, Class<E> type, E absent) {
        Optional<String> text = text(key);
        return text.isEmpty() ? Optional.of(absent) : constant(key, type, text.get());
    }

    private <E extends Enum<E>> Optional<E> constant(String key, Class<E> type, String text) {
        Optional<E> constant = LamellaCodes.constant(type, text.toLowerCase(java.util.Locale.ROOT));
        if (constant.isEmpty()) {
            unknown(key, text, LamellaCodes.names(type.getEnumConstants()));
        }
        return constant;
    }

    /** One of certain words under a key that must be there. */
    Optional<String> word(String key, List<String> known) {
        Optional<String> text = needed(key, Reason.VALUE_MISSING, "one of " + String.join(", ", known));
        if (text.isPresent() && !known.contains(text.get())) {
            unknown(key, text.get(), known);
            return Optional.empty();
        }
        return text;
    }

    private void unknown(String key, String text, List<String> known) {
        notes.leftOut(
                Reason.UNKNOWN_CODE,
                at(key),
                Sentences.quote(text),
                "one of " + String.join(", ", known),
                Nearest.advice(text, known));
    }

    /** True or false under a key that must be there. */
    Optional<Boolean> flag(String key) {
        return word(key, List.of("true", "false")).map(Boolean::valueOf);
    }

    /** A whole number under a key that must be there. */
    Optional<Integer> integer(String key, String accepted) {
        Optional<String> text = needed(key, Reason.VALUE_MISSING, accepted);
        if (text.isPresent() && !text.get().matches("[+-]?\\d{1,6}")) {
            notes.leftOut(Reason.VALUE_UNREADABLE, at(key), Sentences.quote(text.get()), accepted, "");
            return Optional.empty();
        }
        return text.map(Integer::valueOf);
    }

    /** A number without a unit under a key. */
    Optional<BigDecimal> number(String key) {
        Optional<String> text = text(key);
        Optional<BigDecimal> number = text.map(AMOUNT::matcher)
                .filter(m -> m.matches() && m.group(2) == null)
                .map(m -> new BigDecimal(m.group(1)));
        if (text.isPresent() && number.isEmpty()) {
            notes.leftOut(Reason.VALUE_UNREADABLE, at(key), Sentences.quote(text.get()), "a number without a unit", "");
        }
        return number;
    }

    /** A number with its unit under a key that must be there. */
    Optional<Amounts.Written> amount(String key, String accepted) {
        return needed(key, Reason.VALUE_MISSING, "a number with its unit: " + accepted)
                .flatMap(text -> written(key, text, accepted));
    }

    /** A number with its unit under a key that may be absent. */
    Optional<Amounts.Written> optionalAmount(String key, String accepted) {
        return text(key).flatMap(text -> written(key, text, accepted));
    }

    private Optional<Amounts.Written> written(String key, String text, String accepted) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            notes.leftOut(
                    Reason.VALUE_UNREADABLE,
                    at(key),
                    Sentences.quote(text),
                    "a number with its unit: " + accepted,
                    "Use a decimal point and no separators of thousands.");
            return Optional.empty();
        }
        if (amount.group(2) == null) {
            notes.leftOut(
                    Reason.UNIT_MISSING,
                    at(key),
                    Sentences.quote(text) + " without a unit",
                    accepted,
                    "It cannot be used: a bare number is never taken to be in any unit.");
            return Optional.empty();
        }
        return Optional.of(new Amounts.Written(at(key), new BigDecimal(amount.group(1)), amount.group(2)));
    }
}
