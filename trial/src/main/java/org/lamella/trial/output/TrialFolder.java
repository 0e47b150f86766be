package org.lamella.trial.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.report.Figure;
import org.lamella.trial.report.TrialReport;
import org.lamella.trial.run.Checkpoint;
import org.lamella.trial.run.OutcomeSink;
import org.lamella.trial.run.RunProgress;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.RunTally;
import org.lamella.trial.run.VirtualTrial;

/**
 * Runs a trial into a folder. Everything is written aside first and moved into place at the end, so that a half-written
 * file is never mistaken for a whole one. A run that was stopped leaves files with {@code .partial} in their names; what it
 * finished is kept, and the next run with the same settings goes on from there to the same bytes.
 */
public final class TrialFolder {
    private static final String ASIDE = ".unfinished";

    private TrialFolder() {}

    /**
     * What a run left.
     *
     * @param tally what it amounted to
     * @param analysis endpoints and plots
     * @param files names of the files in the folder, the manifest last
     */
    public record Finished(RunTally tally, TrialAnalysis analysis, List<String> files) {
        public Finished {
            files = List.copyOf(files);
        }
    }

    /** Where patients come from when other machines simulate them; those machines write the tables themselves. */
    public interface Elsewhere {
        /**
         * Runs the whole trial.
         *
         * @param settings how to run it
         * @param tables folder for the tables
         * @param sink takes every patient, in order
         * @param progress watches, and may stop the run
         */
        RunTally run(RunSettings settings, Path tables, OutcomeSink sink, RunProgress progress) throws IOException;
    }

    /**
     * Runs and writes. A run that was stopped or killed in this folder is continued when its settings are the same.
     *
     * @param trial the trial
     * @param protocolText the protocol file as read, kept beside the results
     * @param settings how to run it
     * @param folder where to write; made when absent
     * @param version version of the program
     * @param progress watches, and may stop the run
     * @throws RunFault when the folder holds another unfinished run
     */
    public static Finished write(
            VirtualTrial trial,
            String protocolText,
            RunSettings settings,
            Path folder,
            String version,
            RunProgress progress)
            throws IOException {
        Protocol protocol = trial.protocol();
        Path aside = folder.resolve(ASIDE);
        Path made = aside.resolve("files");
        Finished finished;
        try (RunLog log = RunLog.open(aside, identity(trial, protocolText, settings, version), protocol)) {
            discard(made);
            Files.createDirectories(made);
            TrialAnalysis analysis = new TrialAnalysis(protocol, settings.patients());
            RunTally tally;
            try (TrialTables tables = new TrialTables(made, protocol)) {
                OutcomeSink both = outcome -> {
                    tables.accept(outcome);
                    analysis.accept(outcome);
                };
                Checkpoint from = log.replay(both);
                RunTally before = from.tally(false);
                progress.resumed(before.enrolled(), before.simulatedYears());
                tally = trial.run(settings, from, log.before(both), progress);
                log.flush();
            }
            analysis.finish();
            documents(trial, protocolText, settings, version, made, analysis, tally, log.fingerprint());
            finished = new Finished(tally, analysis, moveInto(folder, made, tally.complete()));
        }
        if (finished.tally().complete()) {
            discard(aside);
        } else {
            discard(made);
        }
        return finished;
    }

    /** As {@link #write}, with the patients simulated, and the tables written, by other machines. */
    public static Finished writeFrom(
            Elsewhere elsewhere,
            VirtualTrial trial,
            String protocolText,
            RunSettings settings,
            Path folder,
            String version,
            RunProgress progress)
            throws IOException {
        Path aside = folder.resolve(ASIDE);
        Path made = aside.resolve("files");
        Finished finished;
        try (RunLog log = RunLog.open(aside, identity(trial, protocolText, settings, version), trial.protocol())) {
            discard(made);
            Files.createDirectories(made);
            TrialAnalysis analysis = new TrialAnalysis(trial.protocol(), settings.patients());
            Fingerprint fingerprint = new Fingerprint();
            RunTally tally = elsewhere.run(
                    settings,
                    made,
                    outcome -> {
                        fingerprint.add(OutcomeCodec.bytes(outcome));
                        analysis.accept(outcome);
                    },
                    progress);
            analysis.finish();
            documents(trial, protocolText, settings, version, made, analysis, tally, fingerprint.hex());
            finished = new Finished(tally, analysis, moveInto(folder, made, tally.complete()));
        }
        discard(aside);
        return finished;
    }

    /** Discards what an unfinished run left in a folder. */
    public static void restart(Path folder) throws IOException {
        discard(folder.resolve(ASIDE));
    }

    private static String identity(VirtualTrial trial, String protocolText, RunSettings settings, String version) {
        return "protocol " + trial.protocol().id() + " "
                + Hashes.of(protocolText).substring(0, 12) + "\nparameters "
                + Hashes.of(trial.model().parameters()).substring(0, 12) + "\npatients " + settings.patients()
                + "\nreplicates " + settings.replicates() + "\nseed " + settings.seed() + "\nvariant "
                + trial.variant().name().toLowerCase(Locale.ROOT) + "\nversion " + version + "\n";
    }

    private static void documents(
            VirtualTrial trial,
            String protocolText,
            RunSettings settings,
            String version,
            Path made,
            TrialAnalysis analysis,
            RunTally tally,
            String fingerprint)
            throws IOException {
        Protocol protocol = trial.protocol();
        Files.writeString(made.resolve("protocol.yaml"), protocolText);
        Files.writeString(made.resolve("dictionary.csv"), DataDictionary.csv(protocol));
        Files.writeString(made.resolve("endpoints.csv"), EndpointTable.csv(analysis));
        TrialReport report = TrialReport.of(analysis, trial.variant(), tally);
        for (Figure figure : report.figures()) {
            Files.writeString(made.resolve(figure.file()), figure.data());
        }
        Files.writeString(made.resolve("report.html"), report.html(settings, tally, protocolText));
        Files.writeString(
                made.resolve(Manifest.NAME), Manifest.json(trial, settings, tally, version, fingerprint, hashes(made)));
    }

    private static Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        try (Stream<Path> list = Files.list(folder)) {
            for (Path file : list.filter(Files::isRegularFile).sorted().toList()) {
                hashes.put(file.getFileName().toString(), Hashes.of(file));
            }
        }
        return hashes;
    }

    private static List<String> moveInto(Path folder, Path aside, boolean complete) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(aside)) {
            files = list.sorted(Comparator.comparing((Path p) -> p.endsWith(Manifest.NAME))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
        List<String> names = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            String partial = name.replaceFirst("(\\.[a-z]+)$", ".partial$1");
            Path target = folder.resolve(complete ? name : partial);
            if (Files.isDirectory(target)) {
                discard(target);
            }
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
            names.add(complete ? name : partial);
            if (complete) {
                discard(folder.resolve(partial));
            }
        }
        return names;
    }

    private static void discard(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> walk = Files.walk(folder)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
