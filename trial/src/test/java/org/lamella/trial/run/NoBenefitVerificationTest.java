package org.lamella.trial.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.Engine;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.report.TrialReport;

/** A historical treatment runs as an arm of its own, changes nothing, and the report says why. */
class NoBenefitVerificationTest {
    private static final String DESIGN = """
            protocol: fluoride
            title: Fluoride against placebo
            about: {role: question, sources: [none]}
            recruitment:
              setting: clinic
              patients: 12
              age: {from: 4, to: 9}
              female_share: 0.5
            randomisation: {method: paired}
            arms:
              PBO: {treatments: []}
              FLU: {treatments: [{drug: fluoride, route: oral, dose: 20 mg, every: 1 day}]}
            visits: [0 months, 12 months]
            measurements: {spine_bmd: {}, hip_bmd: {}, ctx: {}}
            conduct:
              adherence: {mean: 0.9, between_patient_sd: 1, missed_cycles: 0}
              drop_out: {per_year: 0}
            endpoints: [{id: bmd, primary: true, change: spine_bmd, at: 12 months, percent: true}]
            """;

    @Test
    void fluorideRunsWithoutEffectAndTheReportSaysWhy() {
        Protocol protocol = Protocol.parse("fluoride.yaml", DESIGN);
        BoneModel model = BoneModel.create(BoneParameters.load(), Engine.STANDARD.sequential());
        RunSettings settings = new RunSettings(12, 1, 5, 1);
        List<PatientOutcome> outcomes = new ArrayList<>();
        TrialAnalysis analysis = new TrialAnalysis(protocol, settings.patients());
        RunTally tally = new VirtualTrial(protocol, model)
                .run(
                        settings,
                        o -> {
                            outcomes.add(o);
                            analysis.accept(o);
                        },
                        RunProgress.NONE);
        analysis.finish();
        assertThat(outcomes).hasSize(24);
        int compared = 0;
        for (PatientOutcome placebo : outcomes) {
            for (PatientOutcome fluoride : outcomes) {
                if (placebo.arm() == 0 && fluoride.arm() == 1 && placebo.key() == fluoride.key()) {
                    compared++;
                    for (int m = 0; m < 3; m++) {
                        double without = placebo.truth()[m][1];
                        // a course renews the slow factors on its first day, which moves the last digits
                        assertThat(fluoride.truth()[m][1]).isCloseTo(without, within(2e-3 * without));
                    }
                }
            }
        }
        assertThat(compared).isEqualTo(12);
        assertThat(TrialReport.html(analysis, settings, tally))
                .contains("NO BENEFIT KNOWN: Sodium fluoride has no effect in the model")
                .contains("[SEED0]");
    }
}
