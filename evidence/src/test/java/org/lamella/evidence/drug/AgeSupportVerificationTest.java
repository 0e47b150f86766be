package org.lamella.evidence.drug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.evidence.data.YamlNode;
import org.lamella.patient.Drug;

/** Ages that studies cover, and the historical treatments without benefit. */
class AgeSupportVerificationTest {
    @Test
    void everyDrugFileSaysWhichAgesItCovers() {
        List<Drug> unknown = List.of(Drug.CALCITONIN, new Drug("cell-or-gene-therapy"));
        for (DrugFacts facts : DrugFormulary.standard().all()) {
            assertThat(facts.supportedAges().isEmpty())
                    .as(facts.drug() + " without ages")
                    .isEqualTo(unknown.contains(facts.drug()));
            facts.supportedAges().forEach(a -> assertThat(a.sources()).isNotEmpty());
        }
    }

    @Test
    void outsideTheCoveredAgesThereIsALabelledWarning() {
        assertThat(AgeSupport.warning(Drug.RISEDRONATE, 48, 191)).isEmpty();
        assertThat(AgeSupport.warning(Drug.RISEDRONATE, 47, 60).orElseThrow())
                .startsWith("EXTRAPOLATION: Risedronate at 3.9 years to 5 years")
                .contains("4 to 15 years [POISE]");
        assertThat(AgeSupport.warning(Drug.TERIPARATIDE, 100, 100)).isPresent();
        // two spans that meet cover the whole; a gap between them does not
        assertThat(AgeSupport.warning(Drug.ALENDRONATE, 40, 600)).isEmpty();
        assertThat(AgeSupport.warning(Drug.DENOSUMAB, 130, 220)).isPresent();
        assertThat(AgeSupport.warning(Drug.CALCITONIN, 60, 60).orElseThrow()).contains("no study that was read");
        assertThat(AgeSupport.warning(Drug.VITAMIN_D, 0, 900)).isEmpty();
        assertThat(AgeSupport.warnings(List.of(Drug.TERIPARATIDE, Drug.PAMIDRONATE, Drug.TERIPARATIDE), 60, 80))
                .hasSize(1);
        assertThatThrownBy(() -> AgeSupport.warning(Drug.PAMIDRONATE, 20, 10)).hasMessageContaining("20 to 10 months");
    }

    @Test
    void treatmentsWithoutBenefitCarryTheirEvidence() {
        assertThat(NoBenefit.all())
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(n -> assertThat(n.evidence()).isNotEmpty());
        NoBenefit fluoride = NoBenefit.find(new Drug("sodium-fluoride")).orElseThrow();
        assertThat(fluoride.withoutAnyEffect()).isTrue();
        assertThat(fluoride.sentence())
                .startsWith("Sodium fluoride has no effect in the model.")
                .contains("[SEED0]")
                .contains("[fluoride_mgo_biopsy]");
        assertThat(NoBenefit.find(Drug.CALCITONIN).orElseThrow().withoutAnyEffect())
                .isFalse();
        assertThat(NoBenefit.find(Drug.ZOLEDRONATE)).isEmpty();
        YamlNode twice = YamlNode.parse("n.yaml", """
                treatments:
                  - {drug: a1, title: A, also: [], effect: none, evidence: [{text: t, source: SEED0}]}
                  - {drug: b1, title: B, also: [a1], effect: none, evidence: [{text: t, source: SEED0}]}
                """);
        assertThatThrownBy(() -> NoBenefit.read(twice)).hasMessageContaining("'a1' twice");
    }
}
