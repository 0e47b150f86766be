package org.lamella.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Entry point of the terminal. Results go to standard output; progress and messages to standard error. */
@Command(
        name = "lamella",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
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

    /** All commands, in the order of the help. */
    private static final Map<String, Supplier<Object>> COMMANDS = commands();

    private static Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("plan", PlanCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("trial", TrialCommand::new);
        commands.put("reproduce", ReproduceCommand::new);
        commands.put("qualify", QualifyCommand::new);
        commands.put("calibrate", CalibrateCommand::new);
        commands.put("twin-study", TwinStudyCommand::new);
        commands.put("sensitivity", SensitivityCommand::new);
        commands.put("apply", ApplyCommand::new);
        commands.put("cds", CdsCommand::new);
        commands.put("serve-cds", ServeCdsCommand::new);
        commands.put("serve-smart", ServeSmartCommand::new);
        return Collections.unmodifiableMap(commands);
    }

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
        CommandLine commandLine = new CommandLine(new Lamella());
        // First the commands, since settings reach only those that are already there.
        add(commandLine, arguments);
        commandLine
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

    /** Adds the command that was asked for; all of them when that is not certain, for the help and for a likely name. */
    private static void add(CommandLine commandLine, String... arguments) {
        Supplier<Object> asked = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
        if (asked == null) {
            COMMANDS.forEach((name, command) -> commandLine.addSubcommand(name, command.get()));
        } else {
            commandLine.addSubcommand(arguments[0], asked.get());
        }
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
