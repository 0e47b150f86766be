package org.lamella.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** No silent extrapolation in age, and treatments without benefit say so. */
class TreatmentCautionsVerificationTest {
    private static Protocol with(String ages, String treatment) {
        return Protocol.parse("p.yaml", """
                protocol: ages
                title: Ages
                about: {role: question, sources: ["doi:10.1/x"]}
                recruitment:
                  setting: trial
                  patients: 10
                  age: %s
                  female_share: 0.5
                randomisation: {method: randomised}
                arms:
                  A: {treatments: []}
                  B: {treatments: [%s]}
                visits: [0 months, 12 months]
                measurements: {spine_bmd: {}}
                conduct: {adherence: {mean: 0.9, between_patient_sd: 1.0, missed_cycles: 0.02}, drop_out: {per_year: 0.03}}
                endpoints:
                  - {id: bmd, change: spine_bmd, at: 12 months, percent: true, primary: true}
                """.formatted(ages, treatment));
    }

    @Test
    void agesBeyondTheStudiesAreLabelled() {
        String risedronate = "{drug: risedronate, route: oral, dose: 5 mg, every: 1 day}";
        assertThat(TreatmentCautions.of(with("{from: 4, to: 15}", risedronate))).isEmpty();
        List<String> young = TreatmentCautions.of(with("{from: 2, to: 10}", risedronate));
        assertThat(young).singleElement().asString().startsWith("EXTRAPOLATION: Risedronate at 2 years to 10.9 years");
        // the last dose counts, not the enrolment
        assertThat(TreatmentCautions.of(with("{from: 4, to: 15.5}", risedronate)))
                .hasSize(1);
        assertThat(TreatmentCautions.of(with(
                        "{from: 4, to: 15.5}",
                        "{drug: risedronate, route: oral, dose: 5 mg, every: 1 day, until: 3 months}")))
                .isEmpty();
    }

    @Test
    void treatmentsWithoutBenefitSayWhy() {
        List<String> cautions = TreatmentCautions.of(
                with("{from: 4, to: 15}", "{drug: sodium-fluoride, route: oral, dose: 10 mg, every: 1 day}"));
        assertThat(cautions)
                .singleElement()
                .asString()
                .startsWith("NO BENEFIT KNOWN: Sodium fluoride has no effect in the model")
                .contains("[SEED0]");
    }
}
