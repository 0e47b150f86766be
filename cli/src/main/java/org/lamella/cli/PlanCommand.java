package org.lamella.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lamella.care.plan.Plan;
import org.lamella.care.plan.RecordNote;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.clinic.record.RecordReader;
import org.lamella.clinic.record.RecordResult;
import org.lamella.clinic.report.CannotWriteException;
import org.lamella.clinic.report.PlanFiles;
import org.lamella.clinic.report.PlanJson;
import org.lamella.clinic.report.PlanText;
import org.lamella.twin.TwinSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lamella plan}: a patient's record in, a plan out. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Reads one patient's record and writes a plan: where the patient stands, what is due, what must"
                + " wait, exact doses, and what each option would probably do.",
        footer = {
            "",
            "Example:",
            "  ./lamella plan examples/toddler-bowed-femora.json --as-of 2026-11-01 --out out",
            "writes out/plan.html, out/plan.json and out/plan.fhir.json and prints a one-screen summary."
        })
final class PlanCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RECORD", description = "FHIR R4 Bundle (JSON) or plain Lamella record (YAML or JSON)")
    @SuppressWarnings("NullAway.Init") // required parameter, set by picocli
    private Path record;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder for plan.html, plan.json and plan.fhir.json (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("out");

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "day of the plan, yyyy-mm-dd; nothing dated later is used (default: today, UTC)")
    private @Nullable LocalDate asOf;

    @Option(names = "--seed", paramLabel = "N", description = "study seed (default: ${DEFAULT-VALUE})")
    private long seed = TwinSettings.DEFAULT.seed();

    @Option(
            names = "--siblings",
            paramLabel = "N",
            description = "virtual siblings to draw, 100 to 1000000 (default: ${DEFAULT-VALUE})")
    private int siblings = TwinSettings.DEFAULT.siblings();

    @Option(
            names = "--horizon",
            paramLabel = "YEARS",
            description = "years to forecast, 1 to 20 (default: ${DEFAULT-VALUE})")
    private int horizonYears = TwinSettings.DEFAULT.horizonYears();

    @Option(
            names = "--site",
            paramLabel = "FILE",
            description = "site configuration (YAML): gates, products, confirmations of unverified values")
    private @Nullable Path site;

    @Option(
            names = "--handouts",
            description = "also write letters, emergency card, school note, family page and calendar into DIR/handouts")
    private boolean handouts;

    @Option(
            names = "--full",
            description = "also write plan-full.html, the page with every part open, for printing all of it")
    private boolean full;

    @Option(names = "--json", description = "print plan.json on standard output instead of the summary")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        TwinSettings settings = settings();
        LocalDate day = asOf == null ? LocalDate.now(ZoneOffset.UTC) : asOf;
        SiteConfiguration configuration = SiteFile.read(site);
        RecordResult.Understood understood = understood(RecordReader.read(record, day));
        Plan plan;
        try (ConsoleProgress progress = new ConsoleProgress(System.err)) {
            plan = PlanLine.standard()
                    .make(understood.patient(), day, configuration, settings, notes(understood), progress);
        }
        List<Path> written = write(plan);
        PrintWriter console = spec.commandLine().getOut();
        console.println(json ? PlanJson.render(plan) : PlanText.render(plan));
        if (!json) {
            written.forEach(file -> console.println("written: " + file));
        }
        return ExitCode.DONE;
    }

    private TwinSettings settings() {
        try {
            return new TwinSettings(siblings, seed, horizonYears);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
    }

    private RecordResult.Understood understood(RecordResult result) {
        return switch (result) {
            case RecordResult.Understood read -> read;
            case RecordResult.Refused refused ->
                throw new InputRefused(refused.faults().stream()
                        .map(fault -> record + ": " + fault.sentence())
                        .collect(Collectors.joining(System.lineSeparator())));
        };
    }

    private static List<RecordNote> notes(RecordResult.Understood understood) {
        return understood.notes().stream()
                .map(note -> new RecordNote(note.location(), note.found(), note.explanation()))
                .toList();
    }

    private List<Path> write(Plan plan) {
        try {
            List<Path> written = new ArrayList<>(PlanFiles.write(plan, out));
            if (full) {
                written.addAll(PlanFiles.writeFullPage(plan, out));
            }
            if (handouts) {
                written.addAll(PlanFiles.writeHandouts(plan, out.resolve("handouts")));
            }
            return written;
        } catch (CannotWriteException fault) {
            throw new CannotFinish(String.valueOf(fault.getMessage()));
        }
    }
}
