package org.lamella.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lamella.bone.BoneParameters;
import org.lamella.evidence.data.DataFileException;
import org.lamella.trial.calibrate.Calibration;
import org.lamella.trial.calibrate.CalibrationPlan;
import org.lamella.trial.calibrate.CalibrationTable;
import org.lamella.trial.calibrate.StagedCalibration;
import org.lamella.trial.output.Hashes;
import org.lamella.trial.output.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lamella calibrate}: published arms in, fitted parameter sets out. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description = "Fits the bone model to published studies that may be used for it, and writes an ensemble of"
                + " parameter sets, a table of predictions before and after, and a manifest. Nothing that is in use"
                + " changes. An interrupted run continues when it is started again.",
        footer = {"", "Example:", "  ./lamella calibrate --members 24 --iterations 4 --out out/calibration"})
final class CalibrateCommand implements Callable<Integer> {
    @Option(
            names = "--stage",
            paramLabel = "N",
            description = "only this stage, without the others as prior: 1 healthy references, 2 adult drug response,"
                    + " 3 untreated OI, 4 joint OI studies, 5 anabolic drugs (default: all in turn, each with the result"
                    + " of the former as prior)")
    private @Nullable Integer stage;

    @Option(names = "--members", paramLabel = "M", description = "parameter sets (default: ${DEFAULT-VALUE})")
    private int members = 30;

    @Option(names = "--iterations", paramLabel = "K", description = "steps (default: ${DEFAULT-VALUE})")
    private int iterations = 4;

    @Option(
            names = "--patients",
            paramLabel = "P",
            description = "patients in each simulated trial (default: ${DEFAULT-VALUE})")
    private int patients = 60;

    @Option(names = "--seed", paramLabel = "S", description = "seed (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "threads that simulate; does not change results (default: all processors)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--targets",
            paramLabel = "FILE",
            description = "what is fitted and what may move (default: ${DEFAULT-VALUE})")
    private Path targets = Path.of("qualification", "calibration", "targets.yaml");

    @Option(
            names = "--protocols",
            paramLabel = "DIR",
            description = "folder of the protocols (default: ${DEFAULT-VALUE})")
    private Path protocols = Path.of("trial", "protocols");

    @Option(names = "--out", paramLabel = "DIR", description = "folder for the results (default: out/calibration-N)")
    private @Nullable Path out;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path folder = out == null ? Path.of("out", stage == null ? "calibration" : "calibration-" + stage) : out;
        if (!Files.isRegularFile(targets) || !Files.isDirectory(protocols)) {
            throw new InputRefused(
                    "Calibration needs the targets file " + targets + " and the protocols in " + protocols
                            + "; run it from the folder of the project, or name them with --targets and --protocols.");
        }
        CalibrationPlan plan;
        Calibration.Settings settings;
        try {
            CalibrationPlan all = CalibrationPlan.read(targets, protocols);
            plan = stage == null ? all : all.stage(stage);
            settings = new Calibration.Settings(members, iterations, patients, seed, threads);
        } catch (DataFileException wrong) {
            throw new InputRefused(String.valueOf(wrong.getMessage()));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
        BoneParameters parameters = BoneParameters.load();
        Calibration.Result result = stage == null
                ? new StagedCalibration(plan, parameters, settings, folder.resolve("members"), this::tell).run()
                : new Calibration(plan, parameters, settings, folder.resolve("members"), this::tell).run();
        Map<String, String> run = run(parameters);
        String table = CalibrationTable.markdown(plan, result);
        String yaml = result.ensemble().yaml(run);
        Files.writeString(folder.resolve("ensemble.yaml"), yaml);
        Files.writeString(folder.resolve("table.md"), table);
        Map<String, Object> manifest = new LinkedHashMap<>(run);
        manifest.put("ensemble_sha256", Hashes.of(yaml));
        manifest.put("table_sha256", Hashes.of(table));
        Files.writeString(folder.resolve("manifest.json"), Json.write(manifest));
        spec.commandLine().getOut().println(table);
        spec.commandLine().getOut().println("Wrote " + folder + "/ensemble.yaml, table.md, manifest.json");
        return ExitCode.DONE;
    }

    private void tell(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    private Map<String, String> run(BoneParameters parameters) throws IOException {
        Map<String, String> run = new LinkedHashMap<>();
        run.put(
                "command",
                "lamella calibrate" + (stage == null ? "" : " --stage " + stage) + " --members " + members
                        + " --iterations " + iterations + " --patients " + patients + " --seed " + seed);
        run.put("parameters_before", parameters.fingerprint());
        run.put("targets_sha256", Hashes.of(Files.readString(targets)));
        run.put("java", Runtime.version().toString());
        return run;
    }
}
