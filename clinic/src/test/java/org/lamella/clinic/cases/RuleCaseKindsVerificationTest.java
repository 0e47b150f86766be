package org.lamella.clinic.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lamella.care.rules.CarePathway;
import org.lamella.care.rules.Rule;
import org.lamella.care.rules.RuleAnswer;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.clinic.record.RecordReader;
import org.lamella.clinic.record.RecordResult;

/**
 * Every rule has cases of seven kinds, or says why not: positive, negative, both sides of a limit, missing, wrong unit,
 * stale. Cases are those of the case files; for each quantity in them a wrong unit, and for each dated entry an age of
 * ten years more, is tried as well. Everything goes through the record reader.
 */
class RuleCaseKindsVerificationTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Path CASES = ROOT.resolve("care/src/test/resources/org/lamella/care/rules/cases");
    private static final Path REASONS =
            ROOT.resolve("clinic/src/test/resources/org/lamella/clinic/cases/absent-kinds.tsv");
    private static final Path PAGE = ROOT.resolve("docs/reference/rule-cases.md");

    private static final CarePathway PATHWAY = CarePathway.standard();

    /** The seven kinds. */
    private enum Kind {
        POSITIVE("positive"),
        NEGATIVE("negative"),
        LIMIT_ONE_SIDE("limit, one side"),
        LIMIT_OTHER_SIDE("limit, other side"),
        MISSING("missing"),
        WRONG_UNIT("wrong unit"),
        STALE("stale");

        private final String label;

        Kind(String label) {
            this.label = label;
        }
    }

    private static List<CaseLine> lines() throws IOException {
        List<CaseLine> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                String rule = "";
                for (String line : Files.readAllLines(file)) {
                    if (line.endsWith(":")) {
                        rule = line.substring(0, line.length() - 1);
                    } else if (line.startsWith("- ")) {
                        lines.add(new CaseLine(rule, line.substring(2)));
                    }
                }
            }
        }
        return lines;
    }

    private static RuleAnswer.Kind answer(CaseLine line, int entry, CaseLine.Change change) {
        RecordResult result = RecordReader.parse(line.record(entry, change), CaseLine.TODAY);
        assertThat(result).as(line.toString()).isInstanceOf(RecordResult.Understood.class);
        return PATHWAY.evaluate(((RecordResult.Understood) result).patient(), CaseLine.TODAY, line.settings()).stream()
                .filter(a -> a.rule().id().equals(line.rule))
                .findFirst()
                .orElseThrow()
                .kind();
    }

    /** The reader settles some contradictions and converts some units before the rules see them. */
    private static boolean readerSpeaksFirst(CaseLine line) {
        return line.kind.equals("contradiction") || line.text.contains(" ng/mL ");
    }

    @Test
    void everyCaseGivesItsAnswerThroughTheRecordReader() throws IOException {
        List<String> faults = new ArrayList<>();
        int tried = 0;
        for (CaseLine line : lines()) {
            if (!readerSpeaksFirst(line)) {
                tried++;
                RuleAnswer.Kind found = answer(line, -1, CaseLine.Change.NONE);
                if (found != line.expected) {
                    faults.add(line + ": expected " + line.expected + ", found " + found);
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(tried).isGreaterThan(700);
    }

    @Test
    void aQuantityInAWrongUnitCountsAsNotRecorded() throws IOException {
        List<String> faults = new ArrayList<>();
        int tried = 0;
        for (CaseLine line : lines()) {
            for (int i = 0; i < line.entries(); i++) {
                // The amount of a dose or course is lost, its day is not; the same holds for the size of a rod and the
                // figure of an examination. What remains is asked of the rules by their own cases.
                if (line.hasQuantity(i)) {
                    tried++;
                    String record = line.record(i, CaseLine.Change.WRONG_UNIT);
                    RecordResult result = RecordReader.parse(record, CaseLine.TODAY);
                    boolean noted = ((RecordResult.Understood) result)
                            .notes().stream()
                                    .anyMatch(n -> n.found().contains("\"s\"")
                                            || n.found().contains("'s'")
                                            || n.found().contains(" s"));
                    if (!noted) {
                        faults.add(line + ": nothing is said about entry " + i + "\n" + record);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(tried).isGreaterThan(300);
    }

    private static Map<String, Map<Kind, Integer>> counts() throws IOException {
        Map<String, Map<Kind, Integer>> counts = new TreeMap<>();
        for (Rule rule : RuleCatalogue.standard().rules()) {
            counts.put(rule.id(), new EnumMap<>(Kind.class));
        }
        for (CaseLine line : lines()) {
            Map<Kind, Integer> count = counts.get(line.rule);
            Kind kind = switch (line.kind) {
                case "positive", "site", "always" -> Kind.POSITIVE;
                case "negative" -> Kind.NEGATIVE;
                case "at" -> Kind.LIMIT_ONE_SIDE;
                case "below", "above" -> Kind.LIMIT_OTHER_SIDE;
                case "missing" -> Kind.MISSING;
                case "unit" -> Kind.WRONG_UNIT;
                case "stale" -> Kind.STALE;
                default -> null;
            };
            if (kind != null) {
                count.merge(kind, 1, Integer::sum);
            }
            if (kind == Kind.STALE && agedOut(line.rule)) {
                // Where the limit is an age of the input, one day more is the other side of the limit.
                count.merge(Kind.LIMIT_OTHER_SIDE, 1, Integer::sum);
            }
            if (line.kind.equals("always")) {
                // A rule without a trigger has no negative; its one case stands for both.
                count.merge(Kind.NEGATIVE, 1, Integer::sum);
            }
            mechanical(line, count);
        }
        return counts;
    }

    private static boolean agedOut(String rule) {
        return RuleCatalogue.standard().rule(rule).parameters().stream()
                .anyMatch(p -> p.name().endsWith("max_age") || p.name().startsWith("weight_max_age"));
    }

    /** Counts an entry that matters here, and whose wrong unit or old age makes it count as not recorded. */
    private static void mechanical(CaseLine line, Map<Kind, Integer> count) {
        RuleAnswer.Kind with = answer(line, -1, CaseLine.Change.NONE);
        for (int i = 0; i < line.entries(); i++) {
            RuleAnswer.Kind without = answer(line, i, CaseLine.Change.LEFT_OUT);
            if (line.hasQuantity(i)) {
                RuleAnswer.Kind wrong = answer(line, i, CaseLine.Change.WRONG_UNIT);
                if (wrong != with) {
                    count.merge(Kind.WRONG_UNIT, 1, Integer::sum);
                }
            }
            if (without != with && line.past(i) && answer(line, i, CaseLine.Change.TEN_YEARS_OLDER) == without) {
                count.merge(Kind.STALE, 1, Integer::sum);
            }
        }
    }

    @Test
    void everyRuleHasEveryKindOrAStatedReason() throws IOException {
        Map<String, Map<Kind, Integer>> counts = counts();
        Map<String, String> reasons = new TreeMap<>();
        for (String line : Files.readAllLines(REASONS)) {
            if (!line.startsWith("#")) {
                String[] cell = line.split("\t", -1);
                reasons.put(cell[0] + "\t" + cell[1], cell[2]);
                assertThat(cell[2]).as(line).isNotBlank();
            }
        }
        List<String> unexplained = new ArrayList<>();
        List<String> idle = new ArrayList<>();
        counts.forEach((rule, count) -> {
            for (Kind kind : Kind.values()) {
                String key = rule + "\t" + kind.label;
                if (!count.containsKey(kind) && !reasons.containsKey(key)) {
                    unexplained.add(key);
                }
                if (count.containsKey(kind) && reasons.containsKey(key)) {
                    idle.add(key);
                }
            }
        });
        if (Boolean.getBoolean("lamella.write")) {
            Files.writeString(PAGE, page(counts, reasons));
        }
        assertThat(unexplained).as("absent without a reason").isEmpty();
        assertThat(idle).as("a reason for what is there").isEmpty();
        assertThat(Files.readString(PAGE))
                .as(PAGE + " is out of date; run this test with -Dlamella.write=true")
                .isEqualTo(page(counts, reasons));
    }

    /** Reasons that can be checked are checked. */
    @Test
    void theReasonsAreTrue() throws IOException {
        Map<String, Boolean> quantities = new TreeMap<>();
        Map<String, Boolean> dated = new TreeMap<>();
        for (CaseLine line : lines()) {
            for (int i = 0; i < line.entries(); i++) {
                quantities.merge(line.rule, line.hasQuantity(i), Boolean::logicalOr);
                dated.merge(line.rule, line.past(i), Boolean::logicalOr);
            }
        }
        for (String line : Files.readAllLines(REASONS)) {
            String[] cell = line.split("\t", -1);
            boolean figures = !line.startsWith("#")
                    && !RuleCatalogue.standard().rule(cell[0]).parameters().isEmpty();
            switch (line.startsWith("#") ? "" : cell[2]) {
                case "reads no quantity with a unit" ->
                    assertThat(quantities.getOrDefault(cell[0], false)).as(line).isFalse();
                case "reads no dated entry" ->
                    assertThat(dated.getOrDefault(cell[0], false)).as(line).isFalse();
                case "compares with no figure" -> assertThat(figures).as(line).isFalse();
                default -> {}
            }
        }
    }

    private static String page(Map<String, Map<Kind, Integer>> counts, Map<String, String> reasons) {
        StringBuilder page = new StringBuilder("""
                # Cases of the care rules

                Generated from the case files; do not edit. The number of cases by rule and kind. A wrong unit and an age of ten
                years more are also tried, through the record reader, on every quantity and every dated entry of the cases; they
                are counted where the answer changes. A letter stands for the reason why there is none, listed below.

                """);
        Map<String, Character> letters = new TreeMap<>();
        reasons.values().stream().distinct().sorted().forEach(r -> letters.put(r, (char) ('a' + letters.size())));
        page.append("| rule |");
        for (Kind kind : Kind.values()) {
            page.append(' ').append(kind.label).append(" |");
        }
        page.append("\n|---").append("|---".repeat(Kind.values().length)).append("|\n");
        for (Rule rule : RuleCatalogue.standard().rules()) {
            page.append("| ").append(rule.id());
            for (Kind kind : Kind.values()) {
                Integer n = counts.get(rule.id()).get(kind);
                Character letter = letters.get(
                        reasons.get(rule.id() + "\t" + kind.label) == null
                                ? ""
                                : reasons.get(rule.id() + "\t" + kind.label));
                page.append(" | ").append(n != null ? n.toString() : letter == null ? "?" : letter.toString());
            }
            page.append(" |\n");
        }
        page.append('\n');
        letters.forEach((reason, letter) ->
                page.append("- ").append(letter).append(": ").append(reason).append('\n'));
        return page.toString();
    }
}
