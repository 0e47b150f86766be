package org.lamella.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.evidence.growth.GrowthReference;
import org.lamella.evidence.lab.Egfr;
import org.lamella.evidence.study.Studies;
import org.lamella.evidence.study.Study;

class CitationsVerificationTest {
    @Test
    void everyKeyInUseResolves() {
        for (Study study : Studies.catalogue().all()) {
            assertThat(Citations.get(study.id())).isEqualTo(study.citation());
        }
        for (Citation source : DrugFormulary.standard().sources()) {
            assertThat(Citations.find(source.key())).as(source.key()).isPresent();
        }
        Citations.guidelines()
                .forEach((key, citation) -> assertThat(Citations.get(key)).isEqualTo(citation));
        assertThat(Citations.get("CDC2000")).isEqualTo(GrowthReference.CITATION);
        for (Egfr.Equation equation : Egfr.Equation.values()) {
            assertThat(Citations.get(equation.source().key())).isEqualTo(equation.source());
        }
    }

    @Test
    void allSourcesOfTheGuidelineDigestAreThere() {
        assertThat(Citations.guidelines()).hasSizeGreaterThanOrEqualTo(134);
        assertThat(Citations.all()).doesNotHaveDuplicates();
    }

    @Test
    void unknownKeyIsAnError() {
        assertThatThrownBy(() -> Citations.get("NOBODY99")).hasMessageContaining("NOBODY99");
    }
}
