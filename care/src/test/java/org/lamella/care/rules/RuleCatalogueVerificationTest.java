package org.lamella.care.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lamella.evidence.VerificationLevel;

class RuleCatalogueVerificationTest {
    private final RuleCatalogue catalogue = RuleCatalogue.standard();

    @Test
    void holdsAll154RulesWithTheirNumbersUnbroken() {
        assertThat(catalogue.rules()).hasSize(154);
        // Count of each series, so that a rule cannot be dropped in exchange for another.
        List<String> series = List.of(
                "SAFE:4",
                "DX:8",
                "IM:7",
                "LAB:10",
                "VD:5",
                "IND:9",
                "DOS-00:1",
                "DOS-PAM:7",
                "DOS-ZA:7",
                "DOS-NER:1",
                "DOS-ORAL:1",
                "DOS-ALN:1",
                "DOS-RIS:4",
                "DOS-IBN:1",
                "DOS-DEN:4",
                "DOS-TPT:2",
                "DOS-ROM:1",
                "DOS-SET:1",
                "DOS-FRE:1",
                "DOS-GH:1",
                "DOS-OBS:1",
                "DOS-EXP:1",
                "INF:10",
                "DEN:6",
                "SUR-H:5",
                "ORT:17",
                "FX:5",
                "SP:7",
                "HE:2",
                "CP:3",
                "AN:2",
                "PR:2",
                "RH:6",
                "PA:1",
                "MON:3",
                "ST:4",
                "TR:1",
                "OUT:2");
        int counted = 0;
        for (String entry : series) {
            String prefix = entry.substring(0, entry.indexOf(':'));
            int expected = Integer.parseInt(entry.substring(entry.indexOf(':') + 1));
            long found = catalogue.rules().stream()
                    .map(Rule::id)
                    .filter(id -> id.equals(prefix) || id.matches(prefix + "-\\d\\d"))
                    .count();
            assertThat(found).as(prefix).isEqualTo(expected);
            counted += expected;
        }
        assertThat(counted).isEqualTo(154);
    }

    @Test
    void everyRuleHasASourceAndUnconfirmedRulesAreOff() {
        for (Rule rule : catalogue.rules()) {
            assertThat(rule.sources()).as(rule.id()).isNotEmpty();
            assertThat(rule.statement()).as(rule.id()).isNotBlank();
            if (rule.verification() == VerificationLevel.U) {
                assertThat(rule.enabledByDefault()).as(rule.id()).isFalse();
            }
        }
        assertThat(catalogue.rules().stream().filter(r -> !r.enabledByDefault()))
                .hasSize(20);
        assertThat(catalogue.rules().stream().filter(r -> r.disagreement() != null))
                .hasSize(41);
    }

    @Test
    void everyFigureHasUnitSourceAndStatusAndUnconfirmedFiguresStandOnlyWhereTheSourceIsUnseenOrWeak() {
        for (Rule rule : catalogue.rules()) {
            for (RuleParameter parameter : rule.parameters()) {
                assertThat(parameter.unit())
                        .as(rule.id() + " " + parameter.name())
                        .isNotBlank();
                if (parameter.source().key().equals("UNSEEN")) {
                    assertThat(parameter.status())
                            .as(rule.id() + " " + parameter.name())
                            .isEqualTo(RuleParameter.Status.UNCONFIRMED);
                }
                if (parameter.status() == RuleParameter.Status.STATED) {
                    assertThat(parameter.source().level())
                            .as(rule.id() + " " + parameter.name())
                            .isNotEqualTo(VerificationLevel.U);
                }
            }
        }
    }

    @Test
    void everySourceIsCitedSomewhere() {
        TreeSet<String> cited = new TreeSet<>();
        for (Rule rule : catalogue.rules()) {
            rule.sources().forEach(source -> cited.add(source.key()));
            rule.parameters().forEach(parameter -> cited.add(parameter.source().key()));
        }
        assertThat(catalogue.sources().stream().map(source -> source.key())).containsExactlyInAnyOrderElementsOf(cited);
    }

    @Test
    void askingForAnUnknownRuleSaysWhatIdsLookLike() {
        assertThatThrownBy(() -> catalogue.rule("LAB-2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LAB-02");
    }
}
