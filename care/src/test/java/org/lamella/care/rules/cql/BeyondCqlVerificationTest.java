package org.lamella.care.rules.cql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lamella.care.rules.GeneratedPatients;
import org.lamella.care.rules.JavaRuleEngine;
import org.lamella.care.rules.Rule;
import org.lamella.care.rules.RuleAnswer;
import org.lamella.care.rules.RuleCases;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.care.rules.RuleSettings;
import org.lamella.patient.Patient;

/**
 * What an answer in Java carries beyond the kind that CQL decides, rule by rule, as a file for whoever adopts the content:
 * a date, a priority of its own, drugs it is about, the needs it names.
 */
class BeyondCqlVerificationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    /** What was seen of a rule over all patients. */
    private static final class Seen {
        private final Set<RuleAnswer.Kind> kinds = EnumSet.noneOf(RuleAnswer.Kind.class);
        private final Set<Integer> priorities = new TreeSet<>();
        private boolean date;
        private boolean facts;
        private boolean needs;

        void take(RuleAnswer answer) {
            kinds.add(answer.kind());
            if (answer.kind().compareTo(RuleAnswer.Kind.NOT_APPLICABLE) < 0) {
                priorities.add(answer.priority());
                facts |= !answer.facts().isEmpty();
                needs |= !answer.needs().isEmpty();
            }
            date |= answer.dueOn() != null;
        }

        String line(String rule) {
            return String.join(
                    ",",
                    rule,
                    String.join(" ", kinds.stream().map(Enum::name).toList()),
                    date ? "yes" : "no",
                    String.join(" ", priorities.stream().map(Object::toString).toList()),
                    facts ? "yes" : "no",
                    needs ? "yes" : "no");
        }
    }

    private static Path file() {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.exists(here.resolve("docs")) ? here : here.getParent();
        return root.resolve("care/content/tests/beyond-cql.csv");
    }

    /** Run with {@code -Dlamella.write=true} to bring the file up to date after a change of the rules. */
    @Test
    void whatCqlLeavesOutIsWrittenDown() throws IOException {
        JavaRuleEngine java = new JavaRuleEngine();
        Map<String, Seen> seen = new TreeMap<>();
        RuleCatalogue.standard().rules().forEach(rule -> seen.put(rule.id(), new Seen()));
        for (Patient patient : new GeneratedPatients(20261122, DAY).next(400)) {
            java.answers(patient, DAY, RuleSettings.none()).forEach(a -> take(seen, a));
        }
        RuleCases.forEach(
                (patient, settings) -> java.answers(patient, DAY, settings).forEach(a -> take(seen, a)));
        StringBuilder text = new StringBuilder("rule,kinds that CQL and Java decide,date,priorities,facts,needs\n");
        for (Rule rule : RuleCatalogue.standard().rules()) {
            text.append(seen.get(rule.id()).line(rule.id())).append('\n');
        }
        if (Boolean.getBoolean("lamella.write")) {
            Files.writeString(file(), text, StandardCharsets.UTF_8);
        }
        List<String> written = Files.readAllLines(file(), StandardCharsets.UTF_8);
        List<String> now = text.toString().lines().toList();
        assertThat(written).hasSameSizeAs(now);
        for (int line = 1; line < now.size(); line++) {
            String[] says = written.get(line).split(",", -1);
            String[] sees = now.get(line).split(",", -1);
            assertThat(says[0]).isEqualTo(sees[0]);
            for (int column = 1; column < sees.length; column++) {
                // The file may know more than these patients showed, never less.
                assertThat(says[column].equals("yes")
                                || sees[column].equals("no")
                                || sees[column].isEmpty()
                                || List.of(says[column].split(" ")).containsAll(List.of(sees[column].split(" "))))
                        .as(
                                "%s: column %d says '%s', seen '%s'; run this test with -Dlamella.write=true",
                                sees[0], column, says[column], sees[column])
                        .isTrue();
            }
        }
        List<String> dated = written.stream()
                .filter(line -> line.split(",")[2].equals("yes"))
                .toList();
        assertThat(dated).as("rules that give a date").hasSizeGreaterThan(10);
    }

    private static void take(Map<String, Seen> seen, RuleAnswer answer) {
        seen.get(answer.rule().id()).take(answer);
    }
}
