package org.lamella.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
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
            assertThat(Citations.get(source.key())).as(source.key()).isEqualTo(source);
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

    /** One key, one document: the digest of a label and the label are two keys, and so are a paper and its abstract. */
    @Test
    void aKeyNamesOneDocument() {
        Map<String, String> keys = new HashMap<>();
        for (Citation citation : Citations.all()) {
            assertThat(keys.put(citation.key(), citation.title()))
                    .as(citation.key())
                    .isNull();
        }
        assertThat(Citations.get("RECLAST").reference())
                .isNotEqualTo(Citations.get("ZOLHOSP").reference());
        assertThat(Citations.get("OOI13").reference())
                .isNotEqualTo(Citations.get("OOI13ABS").reference());
    }

    @Test
    void unknownKeyIsAnError() {
        assertThatThrownBy(() -> Citations.get("NOBODY99")).hasMessageContaining("NOBODY99");
    }
}
