package org.lamella.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.lamella.bone.BoneParameters;
import org.lamella.patient.OiType;
import org.lamella.trial.sensitivity.ChoiceOfTreatment;
import org.lamella.trial.sensitivity.ElementaryEffects;
import org.lamella.trial.sensitivity.SensitivityFactor;
import org.lamella.trial.sensitivity.SensitivityFactors;
import org.lamella.trial.sensitivity.SensitivityReport;
import org.lamella.trial.sensitivity.SobolIndices;
import org.lamella.trial.sensitivity.VarianceReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lamella sensitivity}: which numbers of the model move its answers and the choice between options. */
@Command(
        name = "sensitivity",
        mixinStandardHelpOptions = true,
        description = "Moves the parameters of the bone model and of the drugs within their ranges and tells which of"
                + " them move spine Z, fractures, and the difference between treatment options.",
        footer = {"", "Example:", "  ./lamella sensitivity --trajectories 20 --out out/sensitivity"})
final class SensitivityCommand implements Callable<Integer> {
    @Option(
            names = "--trajectories",
            paramLabel = "N",
            description = "trajectories of the screening, 2 to 1000 (default: ${DEFAULT-VALUE})")
    private int trajectories = 10;

    @Option(
            names = "--sobol",
            paramLabel = "N",
            description =
                    "also shares of variance of the leading factors, with N base samples, 2 or more; N times their"
                            + " number plus two runs (default: none)")
    private int sobol;

    @Option(
            names = "--sobol-factors",
            paramLabel = "N",
            description = "how many leading factors of the screening, 2 to 60 (default: ${DEFAULT-VALUE})")
    private int sobolFactors = 10;

    @Option(
            names = "--children",
            paramLabel = "N",
            description = "virtual children of each run, 2 to 10000 (default: ${DEFAULT-VALUE})")
    private int children = 64;

    @Option(names = "--type", paramLabel = "TYPE", description = "I, III or IV (default: ${DEFAULT-VALUE})")
    private OiType type = OiType.IV;

    @Option(names = "--seed", paramLabel = "N", description = "seed (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder for effects.csv, effects.svg, table.md and variance.csv (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("out", "sensitivity");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (trajectories < 2
                || trajectories > 1000
                || children < 2
                || children > 10_000
                || sobol < 0
                || sobol == 1
                || sobolFactors < 2
                || sobolFactors > 60) {
            throw new ParameterException(
                    spec.commandLine(),
                    "sensitivity: found " + trajectories + " trajectories, " + children + " children, " + sobol
                            + " samples of " + sobolFactors
                            + " factors, accepted are 2 to 1000, 2 to 10000, 0 or at least 2, and 2 to 60");
        }
        if (type != OiType.I && type != OiType.III && type != OiType.IV) {
            throw new ParameterException(
                    spec.commandLine(), "sensitivity: found type " + type + ", accepted are I, III and IV");
        }
        BoneParameters parameters = BoneParameters.load();
        List<SensitivityFactor> factors = SensitivityFactors.load(parameters, type);
        ChoiceOfTreatment choice = new ChoiceOfTreatment(parameters, factors, type, children);
        SensitivityReport report;
        VarianceReport variance = null;
        try (ConsoleProgress progress = new ConsoleProgress(System.err)) {
            ElementaryEffects.Effect[][] effects = ElementaryEffects.of(
                    choice, factors.size(), trajectories, seed, done -> progress.report("screening", done));
            report = new SensitivityReport(choice.outputs(), factors, effects);
            if (sobol > 0) {
                List<SensitivityFactor> leading = Arrays.stream(
                                VarianceReport.leading(effects, Math.min(sobolFactors, factors.size())))
                        .mapToObj(factors::get)
                        .toList();
                ChoiceOfTreatment ofLeading = new ChoiceOfTreatment(parameters, leading, type, children);
                variance = new VarianceReport(
                        choice.outputs(),
                        leading,
                        SobolIndices.of(
                                ofLeading, leading.size(), sobol, seed, done -> progress.report("variance", done)));
            }
        }
        String table = "`lamella sensitivity --trajectories " + trajectories
                + (sobol == 0 ? "" : " --sobol " + sobol + " --sobol-factors " + sobolFactors) + " --children "
                + children + " --type " + type + " --seed " + seed + "`; Parameters: " + parameters.fingerprint()
                + ", " + factors.size() + " moved. The ten largest effects on each answer:\n" + report.markdown()
                + (variance == null
                        ? ""
                        : "\n**Shares of variance** of the leading " + sobolFactors + " (" + sobol
                                + " base samples, the others held):\n\n" + variance.markdown());
        try {
            Files.createDirectories(out);
            Files.writeString(out.resolve("effects.csv"), report.csv());
            Files.writeString(out.resolve("effects.svg"), report.svg());
            Files.writeString(out.resolve("table.md"), table);
            if (variance != null) {
                Files.writeString(out.resolve("variance.csv"), variance.csv());
            }
        } catch (IOException fault) {
            throw new CannotFinish("cannot write into " + out + ": " + fault.getMessage());
        }
        spec.commandLine().getOut().println(table);
        spec.commandLine()
                .getOut()
                .println("Wrote " + out + "/effects.csv, effects.svg, table.md"
                        + (variance == null ? "" : ", variance.csv"));
        return ExitCode.DONE;
    }
}
