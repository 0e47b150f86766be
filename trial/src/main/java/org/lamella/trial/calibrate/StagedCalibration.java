package org.lamella.trial.calibrate;

import java.nio.file.Path;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lamella.bone.BoneParameters;

/** All stages in turn, each with the result of the former as its prior; at the end every target once with the last sets. */
public final class StagedCalibration {
    private final CalibrationPlan plan;
    private final BoneParameters parameters;
    private final Calibration.Settings settings;
    private final Path folder;
    private final Consumer<String> progress;

    /**
     * @param plan the whole plan
     * @param parameters the model's numbers
     * @param settings how; iterations hold for each stage
     * @param folder where members are kept
     * @param progress told one line at a time
     */
    public StagedCalibration(
            CalibrationPlan plan,
            BoneParameters parameters,
            Calibration.Settings settings,
            Path folder,
            Consumer<String> progress) {
        this.plan = plan;
        this.parameters = parameters;
        this.settings = settings;
        this.folder = folder;
        this.progress = progress;
    }

    /** Runs, or continues, until the end: every target, before with the start values and after with the last sets. */
    public Calibration.Result run() {
        ParameterEnsemble sets = null;
        for (int stage : plan.parameters().stream()
                .flatMap(p -> p.stages().stream())
                .collect(Collectors.toCollection(TreeSet::new))) {
            progress.accept("stage " + stage);
            Path members = folder.resolve("stage-" + stage);
            sets = new Calibration(plan.stage(stage), parameters, settings, sets, members, progress).sets();
        }
        return whole(sets);
    }

    private Calibration.Result whole(@Nullable ParameterEnsemble sets) {
        progress.accept("all targets with the last sets");
        return new Calibration(plan, parameters, settings, sets, folder.resolve("whole"), progress).evaluate();
    }
}
