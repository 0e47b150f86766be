package org.lamella.care.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule against its own cases; the case files are data that a clinician can read and extend. */
class RuleCasesVerificationTest {
    private static final List<String> FILES = List.of(
            "safety",
            "diagnosis",
            "imaging",
            "laboratory",
            "vitamin-d",
            "indication",
            "dosing",
            "infusion",
            "dental",
            "surgical-hold",
            "orthopaedics",
            "fracture-care",
            "spine",
            "organs",
            "living");
    private static final Set<String> KINDS = Set.of(
            "positive",
            "negative",
            "below",
            "at",
            "above",
            "missing",
            "stale",
            "unit",
            "contradiction",
            "site",
            "always");

    /** One line of a case file. */
    record Case(String rule, String kind, RuleAnswer.Kind expected, String record) {
        CaseRecord read() {
            return new CaseRecord(record);
        }
    }

    static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String file : FILES) {
            String rule = "";
            for (String line : lines("cases/" + file + ".yaml")) {
                if (line.endsWith(":")) {
                    rule = line.substring(0, line.length() - 1);
                } else if (line.startsWith("- ")) {
                    String[] parts = line.substring(2).split("\\|", -1);
                    cases.add(new Case(
                            rule, parts[0].strip(), RuleAnswer.Kind.valueOf(parts[1].strip()), parts[2].strip()));
                }
            }
        }
        return cases;
    }

    private static List<String> lines(String name) {
        try (InputStream in = RuleCasesVerificationTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    @TestFactory
    Stream<DynamicTest> eachCaseGivesTheExpectedAnswer() {
        CarePathway pathway = CarePathway.standard();
        return cases().stream()
                .map(c -> DynamicTest.dynamicTest(c.rule() + " " + c.kind() + ": " + c.record(), () -> {
                    CaseRecord record = c.read();
                    RuleAnswer answer = CarePathwayVerificationTest.answer(
                            pathway.evaluate(record.patient(), CaseRecord.TODAY, record.settings()), c.rule());
                    assertThat(answer.kind())
                            .as(c.rule() + " " + c.kind() + " [" + c.record() + "]: " + answer.reason())
                            .isEqualTo(c.expected());
                    if (answer.kind() == RuleAnswer.Kind.MISSING) {
                        assertThat(answer.reason()).startsWith("Cannot evaluate: need ");
                    }
                }));
    }

    @Test
    void everyRuleHasAPositiveAndANegativeCaseOrSpeaksAlways() {
        Map<String, Set<String>> kinds = new LinkedHashMap<>();
        cases().forEach(c -> {
            assertThat(KINDS).contains(c.kind());
            kinds.computeIfAbsent(c.rule(), r -> new java.util.TreeSet<>()).add(c.kind());
        });
        assertThat(kinds.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        RuleCatalogue.standard().rules().stream().map(Rule::id).collect(Collectors.toSet()));
        kinds.forEach((rule, found) -> {
            if (!found.contains("always")) {
                assertThat(found).as(rule).contains("positive", "negative");
            }
        });
    }

    /** A rule that can ask for something must have a case in which it does. */
    @Test
    void everyRuleThatCanAnswerMissingHasAMissingCase() {
        Map<String, List<Case>> byRule =
                cases().stream().collect(Collectors.groupingBy(Case::rule, LinkedHashMap::new, Collectors.toList()));
        byRule.forEach((rule, list) -> {
            boolean asks = list.stream().anyMatch(c -> c.expected() == RuleAnswer.Kind.MISSING);
            if (asks) {
                assertThat(list.stream().map(Case::kind))
                        .as(rule)
                        .containsAnyOf("missing", "stale", "at", "always", "unit");
            }
        });
    }
}
