package org.lamella.care.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lamella.patient.Analyte;
import org.lamella.patient.Drug;
import org.lamella.patient.LabResult;
import org.lamella.patient.OiDiagnosis;
import org.lamella.patient.OiType;
import org.lamella.patient.Patient;
import org.lamella.patient.Sex;
import org.lamella.patient.VertebralFracture;

class CarePathwayVerificationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private final CarePathway pathway = CarePathway.standard();

    private static Patient emptyRecord() {
        return Patient.builder("empty", Sex.FEMALE, LocalDate.of(2018, 5, 4)).build();
    }

    @Test
    void givesOneAnswerForEachRuleInCatalogueOrderEvenForAnEmptyRecord() {
        List<RuleAnswer> answers = pathway.evaluate(emptyRecord(), TODAY, RuleSettings.none());
        assertThat(answers.stream().map(answer -> answer.rule().id()))
                .containsExactlyElementsOf(
                        RuleCatalogue.standard().rules().stream().map(Rule::id).toList());
        assertThat(pathway.evaluate(emptyRecord(), TODAY, RuleSettings.none())).isEqualTo(answers);
    }

    @Test
    void anEmptyRecordLeavesEveryGateClosed() {
        List<RuleAnswer> answers = pathway.evaluate(emptyRecord(), TODAY, RuleSettings.none());
        for (Drug drug : Drugs.IV_BISPHOSPHONATES) {
            assertThat(answers.stream()
                            .filter(answer -> answer.blocks(drug))
                            .map(answer -> answer.rule().id()))
                    .as(drug.name())
                    .contains("LAB-02", "LAB-03");
        }
        assertThat(answers.stream().filter(answer -> answer.blocks(Drug.DENOSUMAB)))
                .anyMatch(answer -> answer.kind() == RuleAnswer.Kind.STOP);
    }

    @Test
    void rulesThatAreOffSayWhyAndSpeakOnceTheSiteConfirmsThem() {
        RuleSettings confirmed = new RuleSettings(Set.of("DOS-PAM-01"), Set.of("VD-01"), Map.of());
        List<RuleAnswer> before = pathway.evaluate(emptyRecord(), TODAY, RuleSettings.none());
        List<RuleAnswer> after = pathway.evaluate(emptyRecord(), TODAY, confirmed);
        assertThat(before.stream().filter(a -> a.kind() == RuleAnswer.Kind.OFF)).hasSize(21);
        assertThat(answer(before, "DOS-PAM-01").reason()).contains("not confirmed by a read source");
        assertThat(answer(after, "DOS-PAM-01").kind()).isNotEqualTo(RuleAnswer.Kind.OFF);
        assertThat(answer(after, "VD-01").reason()).contains("switched off by this site");
    }

    @Test
    void aSiteMayTightenTheVitaminDGateAndUnknownSettingsAreRefused() {
        Patient patient = Patient.builder("gate", Sex.MALE, LocalDate.of(2018, 5, 4))
                .diagnosis(new OiDiagnosis(OiType.III, null, null))
                .add(new VertebralFracture(LocalDate.of(2026, 1, 1), "L1", 2))
                .add(new LabResult(
                        LocalDate.of(2026, 10, 20), Analyte.VITAMIN_D_25OH, new BigDecimal("60"), null, null, null))
                .build();
        RuleSettings strict = new RuleSettings(Set.of(), Set.of(), Map.of("LAB-02.vitamin_d_gate", new BigDecimal(75)));
        assertThat(answer(pathway.evaluate(patient, TODAY, RuleSettings.none()), "LAB-02")
                        .kind())
                .isEqualTo(RuleAnswer.Kind.NOT_APPLICABLE);
        assertThat(answer(pathway.evaluate(patient, TODAY, strict), "LAB-02").kind())
                .isEqualTo(RuleAnswer.Kind.HOLD);
        assertThatThrownBy(() -> new RuleSettings(Set.of(), Set.of(), Map.of("LAB-02.gate", BigDecimal.ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LAB-02");
        assertThatThrownBy(() -> new RuleSettings(Set.of("LAB-99"), Set.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void resultsAfterTheDayAreNotSeen() {
        Patient patient = Patient.builder("later", Sex.MALE, LocalDate.of(2018, 5, 4))
                .add(new LabResult(
                        LocalDate.of(2026, 11, 2), Analyte.VITAMIN_D_25OH, new BigDecimal("80"), null, null, null))
                .build();
        assertThat(answer(pathway.evaluate(patient, TODAY, RuleSettings.none()), "LAB-02")
                        .kind())
                .isEqualTo(RuleAnswer.Kind.MISSING);
    }

    static RuleAnswer answer(List<RuleAnswer> answers, String id) {
        return answers.stream()
                .filter(answer -> answer.rule().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
