package org.lamella.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lamella.trial.analysis.EndpointResult;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.output.TrialFolder;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.ProtocolFault;
import org.lamella.trial.protocol.TreatmentCautions;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.TrialVariant;
import org.lamella.trial.statistics.Effect;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lamella trial}: a protocol in, a virtual trial out. */
@Command(
        name = "trial",
        mixinStandardHelpOptions = true,
        description =
                "Runs a virtual trial from a protocol file and writes subjects, visits and events (CSV and Parquet),"
                        + " endpoints, a report with plots, and a manifest from which 'lamella reproduce' makes the same files.",
        footer = {
            "",
            "Example:",
            "  ./lamella trial trial/protocols/studies/gatti2005_neridronate.yaml --patients 500 --seed 1 --out out/gatti",
            "Ctrl-C leaves what is finished in files with .partial in their names; the same command goes on from there."
        })
final class TrialCommand implements Callable<Integer> {
    private static final int SIZE_REPLICATES = 200;

    @Parameters(paramLabel = "PROTOCOL", description = "protocol file (YAML), such as those in trial/protocols")
    @SuppressWarnings("NullAway.Init") // required parameter, set by picocli
    private Path protocolFile;

    @Option(names = "--patients", paramLabel = "N", description = "patients in one trial (default: as in the protocol)")
    private @Nullable Integer patients;

    @Option(
            names = "--replicates",
            paramLabel = "R",
            description = "independent replicates of the trial, for power (default: ${DEFAULT-VALUE})")
    private int replicates = 1;

    @Option(names = "--seed", paramLabel = "S", description = "seed of the study (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "T",
            description = "threads that simulate; does not change results (default: all processors)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--out", paramLabel = "DIR", description = "folder for the results (default: out/<protocol>)")
    private @Nullable Path out;

    @Option(
            names = "--find-size",
            paramLabel = "POWER",
            description =
                    "find the number of patients for this power of the primary endpoint (0.8, for example), last arm against"
                            + " the first; 200 replicates unless said otherwise")
    private @Nullable Double findSize;

    @Option(
            names = "--most-patients",
            paramLabel = "N",
            description = "largest trial that --find-size looks at (default: ${DEFAULT-VALUE})")
    private int mostPatients = 2_000;

    @ArgGroup
    private @Nullable Variant variant;

    /** What the replicates are to tell. */
    static final class Variant {
        @Option(names = "--null", description = "treat every arm as the first one: type I error instead of power")
        private boolean nothing;

        @Option(
                names = "--assurance",
                description =
                        "give each replicate the next of the parameter sets that agree with the published studies:"
                                + " assurance instead of power")
        private boolean assurance;

        TrialVariant chosen() {
            return nothing ? TrialVariant.NULL : assurance ? TrialVariant.ASSURANCE : TrialVariant.DESIGNED;
        }
    }

    @Option(
            names = "--restart",
            description = "discard what an unfinished run left in the folder (default: continue it)")
    private boolean restart;

    @Option(
            names = "--spark",
            paramLabel = "MASTER",
            description =
                    "run on Apache Spark: local[2], spark://host:port, yarn, k8s://..., or submit under spark-submit")
    private @Nullable String spark;

    @Option(
            names = "--partitions",
            paramLabel = "P",
            description = "parts in which Spark hands out the work; does not change results (default: 4 per processor)")
    private int partitions;

    @Option(
            names = "--spark-setting",
            paramLabel = "KEY=VALUE",
            description = "setting of Spark, such as spark.executor.memory=4g; may be repeated")
    private Map<String, String> sparkSettings = new LinkedHashMap<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Protocol protocol;
        try {
            protocol = Protocol.read(protocolFile);
        } catch (ProtocolFault fault) {
            throw new InputRefused(String.valueOf(fault.getMessage()));
        }
        RunSettings settings;
        try {
            settings = new RunSettings(
                    patients == null ? protocol.recruitment().patients() : patients, replicates, seed, threads);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
        Path folder = out == null ? Path.of("out", protocol.id()) : out;
        String text = Files.readString(protocolFile);
        String name = String.valueOf(protocolFile.getFileName());
        TrialVariant chosen = variant == null ? TrialVariant.DESIGNED : variant.chosen();
        if (findSize != null) {
            return size(
                    new TrialRun(
                            folder,
                            name,
                            protocol,
                            text,
                            chosen,
                            spec.commandLine().getErr()),
                    settings,
                    findSize);
        }
        if (restart) {
            TrialFolder.restart(folder);
        }
        TrialRun run = new TrialRun(
                folder, name, protocol, text, chosen, spec.commandLine().getErr());
        TrialRun.Result result =
                spark == null ? run.here(settings) : run.onSpark(settings, spark, partitions, sparkSettings);
        print(spec.commandLine().getOut(), protocol, chosen, result, folder);
        return result.finished().tally().complete() ? ExitCode.DONE : ExitCode.INTERRUPTED;
    }

    private int size(TrialRun run, RunSettings asked, double power) throws IOException {
        RunSettings settings = replicates > 1
                ? asked
                : new RunSettings(asked.patients(), SIZE_REPLICATES, asked.seed(), asked.threads());
        TrialRun.Found found;
        try {
            found = run.size(power, settings, mostPatients);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
        PrintWriter out = spec.commandLine().getOut();
        Files.createDirectories(run.folder());
        Files.writeString(run.folder().resolve("size.csv"), SizeWords.csv(found, settings));
        out.println(run.protocol().title());
        out.println(SizeWords.of(run.protocol(), found, power, settings));
        out.println("Wrote " + run.folder() + "/size.csv");
        out.println(String.format(Locale.ROOT, "%,.0f patient-years/s", found.rate()));
        return ExitCode.DONE;
    }

    private static void print(
            PrintWriter out, Protocol protocol, TrialVariant variant, TrialRun.Result result, Path folder) {
        TrialFolder.Finished finished = result.finished();
        out.println(protocol.title());
        TreatmentCautions.of(protocol).forEach(c -> out.println("  " + c));
        for (EndpointResult r : finished.analysis().results()) {
            if (r.endpoint().primary() || r.comparisons().isEmpty()) {
                out.println("  " + r.sentence());
                r.arms()
                        .forEach(a ->
                                out.println("    " + a.arm() + ": " + interval(a.value()) + ", n " + a.patients()));
                r.comparisons()
                        .forEach(c -> out.println("    " + c.arm() + " against " + c.against() + ": "
                                + c.effectIfAny()
                                        .map(e -> c.measure() + " " + interval(e))
                                        .orElse("no estimate")
                                + " (" + c.note() + ")"));
            }
        }
        power(out, protocol, variant, finished.analysis().power());
        List<String> files = finished.files();
        out.println("Wrote " + folder + "/" + String.join(", ", files));
        if (!finished.tally().complete()) {
            out.println("PARTIAL: stopped after " + finished.tally().enrolled()
                    + " patients; the files say so. The same command goes on from there.");
        }
        out.println(result.rateLine());
    }

    /** Share of significant replicates of full size, one line for each arm. */
    private static void power(
            PrintWriter out, Protocol protocol, TrialVariant variant, List<TrialAnalysis.Power> curve) {
        int most = curve.stream().mapToInt(TrialAnalysis.Power::patients).max().orElse(0);
        String name = switch (variant) {
            case DESIGNED -> "Power";
            case NULL -> "Type I error (nothing to find)";
            case ASSURANCE -> "Assurance";
        };
        for (TrialAnalysis.Power p : curve) {
            if (p.patients() == most) {
                out.println("  " + name + ", " + p.arm() + " against "
                        + protocol.arms().getFirst().id() + ", " + p.patients() + " patients: "
                        + interval(p.power()) + " of " + p.replicates() + " replicates have p below 0.05");
            }
        }
    }

    private static String interval(Effect e) {
        return Double.isNaN(e.low())
                ? String.format(Locale.ROOT, "%.3g", e.estimate())
                : String.format(Locale.ROOT, "%.3g (95 %% %.3g to %.3g)", e.estimate(), e.low(), e.high());
    }
}
