package org.lamella.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.lamella.bone.BoneParameters;
import org.lamella.evidence.data.DataFileException;
import org.lamella.trial.output.Hashes;
import org.lamella.trial.output.Manifest;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.protocol.ProtocolFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lamella reproduce}: runs a trial again from its manifest and compares every file. */
@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        description = "Runs a virtual trial again from its manifest.json and compares the hash of every file.",
        footer = {
            "",
            "Example:",
            "  ./lamella reproduce out/gatti/manifest.json",
            "Exit code 0 when all files are identical, 1 when any differs."
        })
final class ReproduceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MANIFEST", description = "manifest.json of a run, with protocol.yaml beside it")
    @SuppressWarnings("NullAway.Init") // required parameter, set by picocli
    private Path manifestFile;

    @Option(names = "--threads", paramLabel = "T", description = "threads that simulate (default: all processors)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Manifest manifest = manifest();
        if (!manifest.complete()) {
            throw new InputRefused(manifestFile + ": found a partial run, accepted is the manifest of a complete one");
        }
        Path protocolFile = manifestFile.resolveSibling("protocol.yaml");
        Protocol protocol;
        String text;
        try {
            protocol = Protocol.read(protocolFile);
            text = Files.readString(protocolFile);
        } catch (ProtocolFault fault) {
            throw new InputRefused(String.valueOf(fault.getMessage()));
        }
        String present = Hashes.of(manifest.variant()
                .trial(protocol, BoneParameters.load())
                .model()
                .parameters());
        if (!present.equals(manifest.parameters())) {
            throw new InputRefused(
                    manifestFile + ": found parameters " + manifest.parameters().substring(0, 12)
                            + ", this version has " + present.substring(0, 12)
                            + "; accepted is a manifest made with the same parameters. Maybe check out the version it names.");
        }
        Path again = Files.createTempDirectory("lamella-reproduce");
        try {
            TrialRun.Result result = new TrialRun(
                            again,
                            "protocol.yaml",
                            protocol,
                            text,
                            manifest.variant(),
                            spec.commandLine().getErr())
                    .here(manifest.settings());
            boolean same = compare(manifest, again, spec.commandLine().getOut());
            spec.commandLine().getOut().println(result.rateLine());
            return same ? ExitCode.DONE : ExitCode.DIFFERENT;
        } finally {
            delete(again);
        }
    }

    private Manifest manifest() throws IOException {
        if (!Files.isRegularFile(manifestFile)) {
            throw new InputRefused(manifestFile + ": no such file; accepted is the manifest.json of a run");
        }
        try {
            return Manifest.read(String.valueOf(manifestFile), Files.readString(manifestFile), threads);
        } catch (DataFileException | IllegalArgumentException fault) {
            throw new InputRefused(fault.getMessage() + "\nAccepted is the manifest.json of a run.");
        }
    }

    private static boolean compare(Manifest wanted, Path folder, PrintWriter out) throws IOException {
        boolean all = true;
        for (Map.Entry<String, String> file : wanted.files().entrySet()) {
            Path made = folder.resolve(file.getKey());
            boolean same = Files.isRegularFile(made) && Hashes.of(made).equals(file.getValue());
            out.println((same ? "identical  " : "DIFFERENT  ") + file.getKey());
            all &= same;
        }
        if (!wanted.outcomes().isEmpty()) {
            Path manifest = folder.resolve(Manifest.NAME);
            boolean same = Manifest.read(Manifest.NAME, Files.readString(manifest), 1)
                    .outcomes()
                    .equals(wanted.outcomes());
            out.println((same ? "identical  " : "DIFFERENT  ") + "every patient, visit and event (fingerprint)");
            all &= same;
        }
        out.println(all ? "All " + wanted.files().size() + " files are identical." : "Some files differ.");
        return all;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
