package org.lamella.trial.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamella.bone.BoneParameters;
import org.lamella.evidence.study.NaturalHistory;
import org.lamella.evidence.study.Role;
import org.lamella.evidence.study.Studies;

/** The committed targets: allowed studies only, every figure in the evidence, every parameter in the model. */
class CalibrationPlanVerificationTest {
    static final Path TARGETS = Path.of("..", "qualification", "calibration", "targets.yaml");
    static final Path PROTOCOLS = Path.of("protocols");

    @Test
    void onlyStudiesThatMayBeFitted() throws IOException {
        CalibrationPlan plan = CalibrationPlan.read(TARGETS, PROTOCOLS);
        assertThat(plan.targets()).hasSizeGreaterThan(25);
        for (CalibrationTarget target : plan.targets()) {
            assertThat(target.source()).as(target.id()).isNotBlank();
            assertThat(target.basis()).as(target.id()).isNotBlank();
            if (plan.experiments().get(target.experiment()) instanceof TrialExperiment trial) {
                String study = trial.protocol().about().study();
                if (NaturalHistory.catalogue().find(study).isPresent()) {
                    continue; // the untreated population that the model is made for
                }
                Role role = Studies.catalogue().get(study).role();
                assertThat(role).as(study).isIn(Role.CALIBRATE, Role.CALIBRATE_BMD_ONLY);
            }
        }
        assertThat(plan.targets().stream().map(CalibrationTarget::id)).doesNotHaveDuplicates();
        for (MovingParameter parameter : plan.parameters()) {
            assertThat(BoneParameters.load().get(parameter.id()).value()).isBetween(parameter.low(), parameter.high());
        }
    }

    @Test
    void reservedAndValidatingStudiesAreRefused(@TempDir Path folder) throws IOException {
        for (String study : new String[] {"bishop2013_poise", "dimeglio2006_oral_vs_iv"}) {
            String protocol = (study.startsWith("bishop") ? "reserved/" : "studies/") + study + ".yaml";
            Path file = folder.resolve("targets.yaml");
            Files.writeString(file, """
                    title: test
                    parameters:
                      mineral.rate: {start: 0.7, stages: [2], log_sd: 0.4, low: 0.2, high: 2.6}
                    experiments:
                      one: {protocol: %s}
                    targets:
                      - {id: t, stage: 2, experiment: one, arm: A, quantity: spine_bmd, at: 12 months,
                         statistic: percent_change, evidence: {arm: A, measure: m}, unit: "%%", scale: fold,
                         se: 1, basis: b, discrepancy: 1}
                    """.formatted(protocol));
            assertThatThrownBy(() -> CalibrationPlan.read(file, PROTOCOLS))
                    .as(study)
                    .hasMessageContaining("may be fitted")
                    .hasMessageContaining(study);
        }
    }

    @Test
    void stagesShareNoTargetAndCoverAll() throws IOException {
        CalibrationPlan plan = CalibrationPlan.read(TARGETS, PROTOCOLS);
        int targets = 0;
        for (int stage = 1; stage <= 5; stage++) {
            CalibrationPlan part = plan.stage(stage);
            assertThat(part.targets()).isNotEmpty();
            assertThat(part.parameters()).isNotEmpty();
            targets += part.targets().size();
        }
        assertThat(targets).isEqualTo(plan.targets().size());
        assertThatThrownBy(() -> plan.stage(6)).hasMessageContaining("accepted are [1, 2, 3, 4, 5]");
    }

    @Test
    void whatIsFittedIsTheMedianOfTheCommittedSets() throws IOException {
        org.lamella.evidence.ParameterEnsemble sets = org.lamella.evidence.ParameterEnsemble.load();
        CalibrationPlan plan = CalibrationPlan.read(TARGETS, PROTOCOLS);
        assertThat(sets.ids())
                .containsExactlyInAnyOrderElementsOf(
                        plan.parameters().stream().map(MovingParameter::id).toList());
        for (String id : sets.ids()) {
            double[] values = sets.members().stream()
                    .mapToDouble(m -> java.util.Objects.requireNonNull(m.get(id)))
                    .toArray();
            assertThat(BoneParameters.load().get(id).value())
                    .as(id)
                    .isEqualTo(ParameterEnsemble.round(ParameterEnsemble.quantile(values, 0.5)));
            assertThat(BoneParameters.load().get(id).status().name()).as(id).isEqualTo("FITTED");
        }
    }
}
