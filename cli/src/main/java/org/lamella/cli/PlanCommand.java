package org.lamella.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "  ./lamella plan examples/toddler-before-rodding.json --as-of 2026-11-01 --out out",
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
            description = "day of the plan, yyyy-mm-dd; nothing dated later is used (default: today)")
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

    @Option(names = "--json", description = "print plan.json on standard output instead of the summary")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() {
        TwinSettings settings;
        try {
            settings = new TwinSettings(siblings, seed, horizonYears);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage());
        }
        throw new InputRefused(record + ": not yet wired " + out + asOf + site + json + settings);
    }
}
