package org.lamella.care.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lamella.care.site.RuleFigure;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.patient.Analyte;
import org.lamella.patient.Drug;
import org.lamella.patient.Examination;
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
        assertThat(before.stream().filter(a -> a.kind() == RuleAnswer.Kind.OFF)).hasSize(20);
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

    /** A newborn is told when densitometry, teeth and outcome set begin, and that nothing of them is due. */
    @Test
    void whatBeginsAtAnAgeIsInformationBeforeIt() {
        LocalDate born = TODAY.minusDays(10);
        Patient newborn = Patient.builder("newborn", Sex.FEMALE, born)
                .diagnosis(new OiDiagnosis(OiType.III, null, null))
                .build();
        Map<String, LocalDate> begins =
                Map.of("IM-05", born.plusYears(5), "DEN-02", born.plusYears(1), "OUT-01", born.plusYears(5));
        List<RuleAnswer> answers = pathway.evaluate(newborn, TODAY, RuleSettings.none());
        List<RuleAnswer> calendar = pathway.calendar(newborn, TODAY, RuleSettings.none());
        begins.forEach((rule, day) -> {
            RuleAnswer answer = answer(answers, rule);
            assertThat(answer.kind()).as(rule).isEqualTo(RuleAnswer.Kind.INFORMATION);
            assertThat(answer.dueOn()).as(rule).isEqualTo(day);
            assertThat(answer.reason()).as(rule).contains("first", day.toString(), "nothing is due before");
            assertThat(calendar).as(rule).contains(answer);
        });
        assertThat(answer(pathway.evaluate(newborn, born.plusYears(1), RuleSettings.none()), "DEN-02")
                        .kind())
                .isEqualTo(RuleAnswer.Kind.DUE);
    }

    /** A site can say so in its file, with the unit and range that the file reader holds it to. */
    @Test
    void everyFigureThatASiteFileMaySetIsOneThatTheRulesRead() {
        for (RuleFigure.Accepted accepted : RuleFigure.accepted()) {
            String name = accepted.name();
            String rule = name.substring(0, name.indexOf('.'));
            String unit = RuleSettings.ADJUSTABLE.contains(name)
                    ? RuleCatalogue.standard()
                            .rule(rule)
                            .parameter(name.substring(name.indexOf('.') + 1))
                            .unit()
                    : RuleSettings.SITE_ONLY.get(name);
            assertThat(accepted.unit()).as(name).isEqualTo(unit);
        }
        SiteConfiguration site = SiteConfiguration.read("site.yaml", """
                name: Early scans
                demonstration: false
                age_limits:
                  dental_review: {days: 180, source: local}
                rule_figures:
                  - {figure: IM-05.first_age, value: 36, unit: mo, source: local}
                """);
        assertThat(RuleSettings.of(site).figures())
                .containsEntry("IM-05.first_age", new BigDecimal("36"))
                .containsEntry("DEN-01.review_max_age", new BigDecimal("180"));
    }

    @Test
    void aValueThatIsTooOldIsAskedForWithItsAge() {
        Patient patient = Patient.builder("old", Sex.MALE, LocalDate.of(2018, 5, 4))
                .diagnosis(new OiDiagnosis(OiType.III, null, null))
                .add(new Examination(LocalDate.of(2023, 1, 15), Examination.Kind.COBB_ANGLE, new BigDecimal("20")))
                .add(new Examination(LocalDate.of(2024, 1, 15), Examination.Kind.COBB_ANGLE, new BigDecimal("30")))
                .build();
        assertThat(answer(pathway.evaluate(patient, TODAY, RuleSettings.none()), "SP-03")
                        .reason())
                .isEqualTo("Cannot evaluate: need the Cobb angle not older than 730 days (Cobb angle 30 degrees on"
                        + " 2024-01-15; last one 33 months old).");
    }

    static RuleAnswer answer(List<RuleAnswer> answers, String id) {
        return answers.stream()
                .filter(answer -> answer.rule().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
