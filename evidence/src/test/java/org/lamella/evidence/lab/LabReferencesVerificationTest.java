package org.lamella.evidence.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.patient.Analyte;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;

class LabReferencesVerificationTest {
    private static final Age FIVE = new Age(1900, Period.ofYears(5));

    @Test
    void rangesAreInCanonicalUnitsAndSourcesStandSideBySide() {
        List<LabRange> calcium = LabRanges.secondary(Analyte.CALCIUM, Sex.MALE, FIVE);
        assertThat(calcium).hasSize(2);
        assertThat(calcium).extracting(LabRange::source).doesNotHaveDuplicates();
        assertThat(calcium.getFirst().lower())
                .isEqualByComparingTo(new BigDecimal("8.8").multiply(new BigDecimal("0.2495")));
        assertThat(LabRanges.all()).allSatisfy(r -> {
            assertThat(r.lower()).isLessThan(r.upper());
            assertThat(r.source()).isNotBlank();
        });
        assertThat(LabRanges.secondary(Analyte.PTH, Sex.MALE, FIVE)).isEmpty();
    }

    @Test
    void vitaminDIsClassifiedAsEachSocietyPrintsIt() {
        VitaminDThresholds global =
                VitaminDThresholds.of("Global Consensus (nutritional rickets)").orElseThrow();
        assertThat(global.classify(new BigDecimal("29"))).isEqualTo(VitaminDThresholds.Status.DEFICIENCY);
        assertThat(global.classify(new BigDecimal("30"))).isEqualTo(VitaminDThresholds.Status.INSUFFICIENCY);
        assertThat(global.classify(new BigDecimal("50"))).isEqualTo(VitaminDThresholds.Status.SUFFICIENCY);
        VitaminDThresholds endocrine =
                VitaminDThresholds.of("Endocrine Society").orElseThrow();
        assertThat(endocrine.classify(new BigDecimal("50"))).isEqualTo(VitaminDThresholds.Status.DEFICIENCY);
        assertThat(endocrine.classify(new BigDecimal("75"))).isEqualTo(VitaminDThresholds.Status.SUFFICIENCY);
        assertThat(VitaminDThresholds.of("ESPGHAN").orElseThrow().classify(new BigDecimal("20")))
                .isEqualTo(VitaminDThresholds.Status.SEVERE_DEFICIENCY);
        assertThat(VitaminDThresholds.all()).hasSize(13);
    }
}
