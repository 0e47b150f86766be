package org.lamella.clinic.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lamella.care.rules.Rule;
import org.lamella.care.rules.RuleAnswer;
import org.lamella.care.rules.RuleCatalogue;

/** Counts of a check: records, and answers by rule and kind. */
public final class CheckSummary {
    private final List<Rule> rules = RuleCatalogue.standard().rules();
    private final long[][] counts = new long[rules.size()][RuleAnswer.Kind.values().length];
    private final List<CheckedRecord.Failed> failures = new ArrayList<>();
    private final int found;
    private final int others;
    private long answered;
    private long refused;

    CheckSummary(RecordFolder folder) {
        this.found = folder.files().size();
        this.others = folder.others();
    }

    void add(CheckedRecord checked) {
        switch (checked) {
            case CheckedRecord.Answered a -> {
                answered++;
                for (int rule = 0; rule < counts.length; rule++) {
                    counts[rule][a.kinds().get(rule).ordinal()]++;
                }
            }
            case CheckedRecord.Refused _ -> refused++;
            case CheckedRecord.Failed f -> failures.add(f);
        }
    }

    /** Records in the folder. */
    public int found() {
        return found;
    }

    /** Files of the folder that are no records by their ending. */
    public int others() {
        return others;
    }

    /** Records of which every rule was answered. */
    public long answered() {
        return answered;
    }

    /** Records that were refused. */
    public long refused() {
        return refused;
    }

    /** Records at which Lamella itself failed; always 0 unless there is a defect. */
    public int failed() {
        return failures.size();
    }

    /** True when every record of the folder was looked at. */
    public boolean complete() {
        return answered + refused + failed() == found;
    }

    /** Answers of a kind over all rules and records. */
    public long answers(RuleAnswer.Kind kind) {
        long sum = 0;
        for (long[] rule : counts) {
            sum += rule[kind.ordinal()];
        }
        return sum;
    }

    /** One line per rule with a count per kind, as CSV. */
    String csv() {
        StringBuilder table = new StringBuilder("rule,title");
        for (RuleAnswer.Kind kind : RuleAnswer.Kind.values()) {
            table.append(',').append(kind.label());
        }
        table.append('\n');
        for (int rule = 0; rule < counts.length; rule++) {
            Rule r = rules.get(rule);
            Cells.csv(
                    table,
                    Stream.concat(
                                    Stream.of(r.id(), r.title()),
                                    java.util.Arrays.stream(counts[rule]).mapToObj(Long::toString))
                            .toArray(String[]::new));
        }
        return table.toString();
    }

    /** The summary for a terminal: records, answers by kind, and the rules that speak most often. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%,d records: %,d checked, %,d refused%s%n%,d answers: %s%n",
                found,
                answered,
                refused,
                (failures.isEmpty() ? "" : ", " + failures.size() + " failed")
                        + (others == 0 ? "" : " (" + others + " other files passed over)")
                        + (complete() ? "" : "; STOPPED before the end"),
                answered * rules.size(),
                Stream.of(RuleAnswer.Kind.values())
                        .map(kind -> String.format(Locale.ROOT, "%,d %s", answers(kind), kind.label()))
                        .collect(Collectors.joining(", "))));
        text.append(String.format(
                Locale.ROOT,
                "%-11s %8s %8s %8s %8s %8s %8s  %s%n",
                "rule",
                "stop",
                "hold",
                "missing",
                "due",
                "option",
                "inform.",
                "title"));
        for (int rule = 0; rule < counts.length; rule++) {
            long[] c = counts[rule];
            if (c[0] + c[1] + c[2] + c[3] + c[4] + c[5] > 0) {
                text.append(String.format(
                        Locale.ROOT,
                        "%-11s %8d %8d %8d %8d %8d %8d  %s%n",
                        rules.get(rule).id(),
                        c[0],
                        c[1],
                        c[2],
                        c[3],
                        c[4],
                        c[5],
                        rules.get(rule).title()));
            }
        }
        failures.forEach(f -> text.append("FAILED ")
                .append(f.file())
                .append(": ")
                .append(f.defect())
                .append(System.lineSeparator()));
        return text.toString();
    }
}
