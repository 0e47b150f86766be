package org.lamella.trial.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamella.bone.BoneParameters;

/** A small calibration: same result for any number of threads and after an interruption, and nearer to its targets. */
class CalibrationVerificationTest {
    private static CalibrationPlan small() throws IOException {
        CalibrationPlan all = CalibrationPlan.read(
                CalibrationPlanVerificationTest.TARGETS, CalibrationPlanVerificationTest.PROTOCOLS);
        List<CalibrationTarget> targets = all.targets().stream()
                .filter(t -> t.id().equals("adult-zol-5mg-5y") || t.id().equals("adult-zol-5mg-ctx-3y"))
                .toList();
        List<MovingParameter> parameters = all.parameters().stream()
                .filter(p -> p.id().equals("bisphosphonate.uptake"))
                .toList();
        return new CalibrationPlan(parameters, all.experiments(), targets);
    }

    private static Calibration.Result run(Path folder, int threads) throws IOException {
        return new Calibration(
                        small(),
                        BoneParameters.load(),
                        new Calibration.Settings(4, 1, 8, 3, threads),
                        folder,
                        line -> {})
                .run();
    }

    @Test
    void sameResultForAnyThreadsAndAfterAnInterruption(@TempDir Path one, @TempDir Path two) throws IOException {
        Calibration.Result first = run(one, 1);
        // As if stopped within a step: some members are on file, others not; one file belongs to another set.
        for (String name : new String[] {"step-1-001.csv", "step-1-002.csv", "start-000.csv"}) {
            Files.copy(one.resolve(name), two.resolve(name));
        }
        Files.copy(one.resolve("step-1-001.csv"), two.resolve("step-1-003.csv"));
        Calibration.Result second = run(two, 3);
        assertThat(second.ensemble().yaml(Map.of())).isEqualTo(first.ensemble().yaml(Map.of()));
        assertThat(CalibrationTable.markdown(small(), second)).isEqualTo(CalibrationTable.markdown(small(), first));
    }

    @Test
    void refusesSettingsThatMeanNothing() {
        assertThatThrownBy(() -> new Calibration.Settings(2, 1, 60, 1, 1)).hasMessageContaining("members: found 2");
        assertThatThrownBy(() -> new Calibration.Settings(20, 0, 60, 1, 1)).hasMessageContaining("iterations");
        assertThatThrownBy(() -> new Calibration.Settings(20, 3, 1, 1, 1)).hasMessageContaining("patients");
    }
}
