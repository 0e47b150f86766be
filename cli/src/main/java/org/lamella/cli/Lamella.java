package org.lamella.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.TimeZone;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Entry point of the terminal. Results go to standard output; progress and messages to standard error. */
@Command(
        name = "lamella",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            PlanCommand.class,
            CheckCommand.class,
            TrialCommand.class,
            ReproduceCommand.class,
            QualifyCommand.class,
            CalibrateCommand.class,
            TwinStudyCommand.class,
            SensitivityCommand.class,
            ApplyCommand.class,
            CdsCommand.class,
            ServeCdsCommand.class
        },
        description = "Model-informed treatment planning for osteogenesis imperfecta."
                + " Research and education software for professionals: options with reasons, never orders.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Example:",
            "  ./lamella plan examples/toddler-bowed-femora.json --as-of 2026-11-01 --out out",
            "",
            "Exit codes: 0 done, 2 wrong usage, 3 input could not be read or is not what the command needs,",
            "            4 internal fault."
        })
public final class Lamella implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before the command runs
    private CommandSpec spec;

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                arguments));
    }

    /**
     * Runs a command without exiting.
     *
     * @param out standard output
     * @param err standard error
     * @param arguments as typed
     * @return exit code, see {@link ExitCode}
     */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        CommandLine commandLine = new CommandLine(new Lamella())
                .setOut(out)
                .setErr(err)
                .setUsageHelpAutoWidth(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(LocalDate.class, Lamella::day)
                .setParameterExceptionHandler(new UsageFaults())
                .setExecutionExceptionHandler(new ExecutionFaults());
        int code = commandLine.execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new CommandLine.TypeConversionException("found '" + text + "', accepted is a day such as 2026-11-01");
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new CommandLine.ParameterException(spec.commandLine(), "lamella: name a command, for example 'plan'");
    }
}
