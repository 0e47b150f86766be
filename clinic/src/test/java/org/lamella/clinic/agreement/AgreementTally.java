package org.lamella.clinic.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lamella.care.rules.Rule;
import org.lamella.care.rules.RuleAnswer;
import org.lamella.care.rules.RuleCatalogue;

/** How often two engines gave the same answer to each rule, and what the answers were. */
final class AgreementTally {
    private static final String[] COLUMNS = {"comparisons", "agreed", "disagreed", "only Java"};
    private static final int KINDS = RuleAnswer.Kind.values().length;

    private final Map<String, long[]> byRule = new TreeMap<>();
    private final Map<String, Long> records = new TreeMap<>();
    final List<String> disagreements = new ArrayList<>();

    private long[] line(String rule) {
        return byRule.computeIfAbsent(rule, r -> new long[COLUMNS.length + KINDS]);
    }

    void record(String source) {
        records.merge(source, 1L, Long::sum);
    }

    void add(String who, List<RuleAnswer> java, Map<String, RuleAnswer.Kind> cql) {
        for (RuleAnswer answer : java) {
            String id = answer.rule().id();
            long[] line = line(id);
            RuleAnswer.Kind other = cql.get(id);
            line[0]++;
            line[other == null ? 3 : other == answer.kind() ? 1 : 2]++;
            line[COLUMNS.length + answer.kind().ordinal()]++;
            if (other != null && other != answer.kind()) {
                disagreements.add(
                        who + " " + id + ": Java " + answer.kind() + ", CQL " + other + " (" + answer.reason() + ")");
            }
        }
    }

    long sum(int column) {
        return byRule.values().stream().mapToLong(line -> line[column]).sum();
    }

    long records() {
        return records.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Kinds of answer that were met at least once. */
    List<RuleAnswer.Kind> met() {
        return Stream.of(RuleAnswer.Kind.values())
                .filter(kind -> sum(COLUMNS.length + kind.ordinal()) > 0)
                .toList();
    }

    void write(Path file) {
        StringBuilder text = new StringBuilder();
        records.forEach((source, n) ->
                text.append("record\t").append(source).append('\t').append(n).append('\n'));
        byRule.forEach((rule, line) -> {
            text.append("rule\t").append(rule);
            for (long n : line) {
                text.append('\t').append(n);
            }
            text.append('\n');
        });
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds what another run has written. */
    void read(Path file) throws IOException {
        for (String text : Files.readAllLines(file)) {
            String[] cell = text.split("\t", -1);
            if (cell[0].equals("record")) {
                records.merge(cell[1], Long.parseLong(cell[2]), Long::sum);
            } else {
                long[] line = line(cell[1]);
                for (int i = 0; i < line.length; i++) {
                    line[i] += Long.parseLong(cell[2 + i]);
                }
            }
        }
    }

    String markdown() {
        StringBuilder page = new StringBuilder();
        page.append(String.format(
                Locale.ROOT,
                "%,d records, each put to both engines under two site configurations (nothing decided; every rule that"
                        + " is off by default confirmed, with site figures): %,d comparisons, %,d agreed, %,d disagreed,"
                        + " %,d answered by Java only.%n%n| records | number |%n|---|---|%n",
                records(),
                sum(0),
                sum(1),
                sum(2),
                sum(3)));
        records.forEach((source, n) -> page.append(String.format(Locale.ROOT, "| %s | %,d |%n", source, n)));
        page.append("\n| rule | agreed | disagreed | only Java |");
        for (RuleAnswer.Kind kind : RuleAnswer.Kind.values()) {
            page.append(' ').append(kind.label()).append(" |");
        }
        page.append("\n|---").append("|---".repeat(3 + KINDS)).append("|\n");
        for (Rule rule : RuleCatalogue.standard().rules()) {
            long[] line = line(rule.id());
            page.append("| ").append(rule.id());
            for (int i = 1; i < line.length; i++) {
                page.append(" | ").append(line[i]);
            }
            page.append(" |\n");
        }
        return page.toString();
    }
}
