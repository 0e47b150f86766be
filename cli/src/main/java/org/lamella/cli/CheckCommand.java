package org.lamella.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lamella.care.rules.RuleSettings;
import org.lamella.clinic.check.BulkCheck;
import org.lamella.clinic.check.CheckRequest;
import org.lamella.clinic.check.CheckSummary;
import org.lamella.clinic.check.FolderRefusedException;
import org.lamella.clinic.report.CannotWriteException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lamella check}: every rule put to every record of a folder. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Puts all 154 rules of the care pathway to every record of a folder and writes who is due, held,"
                + " stopped or lacks data, with reasons; records that cannot be used are listed with why.",
        footer = {
            "",
            "Example:",
            "  ./lamella check examples --as-of 2026-11-01 --out out/check",
            "writes summary.csv, patients.csv, answers.csv, answers.ndjson and refused.csv and prints the summary.",
            "Exit codes: 0 all records checked, 1 some refused, 3 none could be used, 4 a fault, 130 stopped (files keep",
            "            .partial in their names)."
        })
final class CheckCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FOLDER",
            description = "folder with FHIR R4 Bundles (JSON) or plain Lamella records (YAML or JSON), at any depth")
    @SuppressWarnings("NullAway.Init") // required parameter, set by picocli
    private Path folder;

    @Option(names = "--out", paramLabel = "DIR", description = "folder for the results (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("out", "check");

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "day of the check, yyyy-mm-dd; nothing dated later is used (default: today, UTC)")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "threads that read and evaluate; does not change results (default: all processors)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--site",
            paramLabel = "FILE",
            description = "site configuration (YAML): gates, limits of age, rules confirmed or switched off")
    private @Nullable Path site;

    @Option(
            names = "--to-read",
            description = "write only answers that somebody should read, without rules that are off or not applicable")
    private boolean toReadOnly;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        LocalDate day = asOf == null ? LocalDate.now(ZoneOffset.UTC) : asOf;
        CheckRequest request = request(day, RuleSettings.of(SiteFile.read(site)));
        PrintWriter console = spec.commandLine().getOut();
        CheckSummary summary;
        try (CheckTerminal terminal = new CheckTerminal(spec.commandLine().getErr())) {
            summary = BulkCheck.run(request, terminal);
            terminal.rate(summary);
        } catch (FolderRefusedException refused) {
            throw new InputRefused(String.valueOf(refused.getMessage()));
        } catch (CannotWriteException fault) {
            throw new CannotFinish(String.valueOf(fault.getMessage()));
        }
        console.print(summary.text());
        console.println("written: " + out + " (summary.csv, patients.csv, answers.csv, answers.ndjson, refused.csv)");
        return code(summary);
    }

    private CheckRequest request(LocalDate day, RuleSettings settings) {
        try {
            return new CheckRequest(folder, out, day, settings, threads, toReadOnly);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
    }

    private static int code(CheckSummary summary) {
        if (!summary.complete()) {
            return ExitCode.INTERRUPTED;
        }
        if (summary.failed() > 0) {
            return ExitCode.INTERNAL_FAULT;
        }
        if (summary.refused() == 0) {
            return ExitCode.DONE;
        }
        return summary.answered() == 0 ? ExitCode.UNREADABLE_INPUT : ExitCode.SOME_REFUSED;
    }
}
