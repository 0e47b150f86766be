package org.lamella.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.Engine;
import org.lamella.evidence.ParameterEnsemble;
import org.lamella.evidence.data.DataFileException;
import org.lamella.trial.output.Hashes;
import org.lamella.trial.protocol.ProtocolFault;
import org.lamella.trial.qualify.Behaviours;
import org.lamella.trial.qualify.Qualification;
import org.lamella.trial.qualify.QualificationBook;
import org.lamella.trial.qualify.QualificationPlan;
import org.lamella.trial.run.TrialRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lamella qualify}: every published study against the model, by plan. */
@Command(
        name = "qualify",
        mixinStandardHelpOptions = true,
        description =
                "Simulates every study that has a plan, compares it with its published figures, and writes one page"
                        + " per study and an overview that names the misfits first. Reserved studies get a prediction only.",
        footer = {
            "",
            "Example:",
            "  ./lamella qualify",
            "  ./lamella qualify --only gatti2005_neridronate --out out/qualification"
        })
final class QualifyCommand implements Callable<Integer> {
    @Option(names = "--plans", paramLabel = "DIR", description = "folder of plans (default: ${DEFAULT-VALUE})")
    private Path plans = Path.of("qualification", "plans");

    @Option(names = "--protocols", paramLabel = "DIR", description = "protocol library (default: ${DEFAULT-VALUE})")
    private Path protocols = Path.of("trial", "protocols");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder for the book (default: qualification/reports for the whole book,"
                    + " out/qualification for a single study)")
    private @Nullable Path out;

    @Option(names = "--only", paramLabel = "STUDY", description = "run a single study")
    private @Nullable String only;

    @Option(
            names = "--sets",
            paramLabel = "N",
            description = "parameter sets of the ensemble that give the uncertainty of the parameters, 0 for none"
                    + " (default: ${DEFAULT-VALUE})")
    private int sets = 16;

    @Option(names = "--threads", paramLabel = "T", description = "threads that simulate (default: all processors)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        for (Path folder : List.of(plans, protocols)) {
            if (!Files.isDirectory(folder)) {
                throw new InputRefused(folder
                        + ": no such folder; run it from the folder of the project, or name the plans with --plans and"
                        + " the protocols with --protocols");
            }
        }
        BoneParameters parameters = BoneParameters.load();
        ParameterEnsemble ensemble = ParameterEnsemble.load();
        within("--sets", sets, 0, ensemble.members().size());
        within("--threads", threads, 1, 256);
        List<BoneModel> members = parameters.members(ensemble).stream()
                .limit(sets)
                .map(p -> BoneModel.create(p, Engine.STANDARD.sequential()))
                .toList();
        Qualification qualification = new Qualification(
                BoneModel.create(parameters, Engine.STANDARD.sequential()), members, protocols, threads);
        List<Qualification.StudyResult> results = new ArrayList<>();
        PrintWriter err = spec.commandLine().getErr();
        try {
            for (QualificationPlan plan : chosen()) {
                long start = System.nanoTime();
                try (TerminalProgress progress = new TerminalProgress(err)) {
                    results.add(qualification.run(plan, progress));
                    if (progress.cancelled()) {
                        err.println("lamella: stopped; nothing was written, because a book must be whole");
                        return ExitCode.INTERRUPTED;
                    }
                }
                err.println(String.format(Locale.ROOT, "%s: %.0f s", plan.study(), (System.nanoTime() - start) / 1e9));
            }
        } catch (ProtocolFault | TrialRefused | DataFileException | IllegalArgumentException fault) {
            throw new InputRefused(String.valueOf(fault.getMessage()));
        }
        spec.commandLine()
                .getOut()
                .println(QualificationBook.write(
                        folder(),
                        Qualification.withIntervals(results),
                        new Behaviours(BoneModel.create(parameters)).all(),
                        Hashes.of(parameters)));
        spec.commandLine()
                .getOut()
                .println("Wrote " + folder() + "/overview.md, comparisons.csv and a page for each study");
        return ExitCode.DONE;
    }

    /** A single study never overwrites the whole book, unless it is asked to. */
    private Path folder() {
        return out != null ? out : only == null ? Path.of("qualification", "reports") : Path.of("out", "qualification");
    }

    private void within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(), option + ": found " + value + ", accepted is " + least + " to " + most);
        }
    }

    private List<QualificationPlan> chosen() throws IOException {
        List<QualificationPlan> all = Qualification.plans(plans);
        List<QualificationPlan> chosen =
                all.stream().filter(p -> only == null || p.study().equals(only)).toList();
        if (chosen.isEmpty()) {
            throw new InputRefused(plans + ": found no plan for '" + only + "'; accepted are "
                    + String.join(
                            ", ", all.stream().map(QualificationPlan::study).toList()));
        }
        return chosen;
    }
}
