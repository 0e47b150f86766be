package org.lamella.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lamella.twin.ParameterSets;
import org.lamella.twin.calibration.CalibrationTable;
import org.lamella.twin.calibration.Outcome;
import org.lamella.twin.calibration.SimulatedTruth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lamella twin-study}: does the twin hold what its intervals promise? */
@Command(
        name = "twin-study",
        mixinStandardHelpOptions = true,
        description = "Makes virtual children whose bone is known, gives each a record with errors of measurement, fits"
                + " the record as if it were a patient's, and tells how often intervals hold the truth, in all and by"
                + " type, age, sex and treatment.",
        footer = {"", "Example:", "  ./lamella twin-study --children 500 --siblings 800 --out out/twin-study"})
final class TwinStudyCommand implements Callable<Integer> {
    /** Below this a plan warns and advises more siblings. */
    private static final double WANTED_SIZE = 100;

    @Option(names = "--children", paramLabel = "N", description = "virtual children (default: ${DEFAULT-VALUE})")
    private int children = 500;

    @Option(
            names = "--siblings",
            paramLabel = "N",
            description =
                    "siblings of each child (default: ${DEFAULT-VALUE}); up to eight times as many where fewer than 100"
                            + " effective ones agree with the record")
    private int siblings = 800;

    @Option(names = "--seed", paramLabel = "N", description = "study seed (default: ${DEFAULT-VALUE})")
    private long seed = 2026;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder for table.md and children.csv (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("out", "twin-study");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (children < 10 || children > 100_000 || siblings < 100 || siblings > 100_000) {
            throw new ParameterException(
                    spec.commandLine(),
                    "twin study: found " + children + " children and " + siblings
                            + " siblings, accepted are 10 to 100000 and 100 to 100000");
        }
        ParameterSets sets = ParameterSets.standard();
        List<Outcome> outcomes;
        try (ConsoleProgress progress = new ConsoleProgress(System.err)) {
            outcomes = new SimulatedTruth(sets, seed, siblings, WANTED_SIZE)
                    .run(children, fraction -> progress.report("children", fraction));
        }
        CalibrationTable table = new CalibrationTable(outcomes);
        String text = "lamella twin-study --children " + children + " --siblings " + siblings + " --seed " + seed
                + "\nParameters: " + sets.name() + "\n\n" + table.markdown();
        try {
            Files.createDirectories(out);
            Files.writeString(out.resolve("table.md"), text);
            Files.writeString(out.resolve("children.csv"), table.csv());
        } catch (IOException fault) {
            throw new CannotFinish("cannot write into " + out + ": " + fault.getMessage());
        }
        spec.commandLine().getOut().println(text);
        spec.commandLine().getOut().println("Wrote " + out + "/table.md, children.csv");
        return ExitCode.DONE;
    }
}
