package org.lamella.care.rules.cql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lamella.care.rules.GeneratedPatients;
import org.lamella.care.rules.JavaRuleEngine;
import org.lamella.care.rules.Rule;
import org.lamella.care.rules.RuleAnswer;
import org.lamella.care.rules.RuleCases;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.care.rules.RuleSettings;
import org.lamella.patient.Patient;

/** Two texts of the same rules, one in Java and one in CQL, must give the same answers wherever both answer. */
class CqlAgreementVerificationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    /** More can be asked for with {@code -Dlamella.patients=10000}. */
    private static final int PATIENTS = Integer.getInteger("lamella.patients", 120);

    private static final CqlRuleEngine CQL = new CqlRuleEngine();
    private static final JavaRuleEngine JAVA = new JavaRuleEngine();

    @Test
    void thePackedElmIsTheTranslationOfTheTexts() {
        Map<String, String> translated = ElmTranslation.translate();
        assertThat(translated.keySet()).containsExactlyElementsOf(RuleLibraries.names());
        translated.forEach(
                (name, elm) -> assertThat(RuleLibraries.elm(name)).as(name).isEqualTo(elm));
    }

    @Test
    void everyRuleOfTheCatalogueStandsInOneLibraryInTheSameOrder() {
        List<String> ids =
                RuleLibraries.rules().values().stream().flatMap(List::stream).toList();
        List<String> known =
                RuleCatalogue.standard().rules().stream().map(Rule::id).toList();
        assertThat(ids).doesNotHaveDuplicates().containsExactlyElementsOf(known).hasSize(154);
    }

    @Test
    void bothEnginesAgreeOnEveryCaseOfTheRules() {
        RuleCases.forEach((patient, settings) ->
                assertThat(differences(patient, settings)).isEmpty());
    }

    @Test
    void bothEnginesAgreeOnGeneratedPatients() {
        RuleSettings site = new RuleSettings(
                RuleCatalogue.standard().rules().stream()
                        .filter(rule -> !rule.enabledByDefault())
                        .map(Rule::id)
                        .collect(Collectors.toSet()),
                Set.of("VD-04"),
                Map.of(
                        "LAB-02.vitamin_d_gate", new BigDecimal("60"),
                        "SUR-H-01.hold_window", new BigDecimal("28"),
                        "INF-07.admit_below", new BigDecimal("5"),
                        "IND-01.site_fractures_per_year", new BigDecimal("2"),
                        "IM-07.precision_error", new BigDecimal("1.5")));
        Map<RuleAnswer.Kind, Integer> seen = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        for (Patient patient : new GeneratedPatients(20261101, TODAY).next(PATIENTS)) {
            differences.addAll(differences(patient, RuleSettings.none()));
            differences.addAll(differences(patient, site));
            JAVA.answers(patient, TODAY, site).forEach(answer -> seen.merge(answer.kind(), 1, Integer::sum));
        }
        assertThat(differences).isEmpty();
        // The comparison would be hollow if the patients never met some kind of answer.
        assertThat(seen.keySet()).contains(RuleAnswer.Kind.values());
    }

    private static List<String> differences(Patient patient, RuleSettings settings) {
        Map<String, RuleAnswer.Kind> cql = CQL.kinds(patient, TODAY, settings);
        List<String> differences = new ArrayList<>();
        for (RuleAnswer answer : JAVA.answers(patient, TODAY, settings)) {
            RuleAnswer.Kind other = cql.get(answer.rule().id());
            if (other != null && other != answer.kind()) {
                differences.add(patient.id() + " " + answer.rule().id() + ": Java " + answer.kind() + ", CQL " + other
                        + " (" + answer.reason() + ")");
            }
        }
        return differences;
    }
}
