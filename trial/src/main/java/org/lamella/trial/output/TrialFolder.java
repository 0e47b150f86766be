package org.lamella.trial.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lamella.trial.analysis.TrialAnalysis;
import org.lamella.trial.protocol.Protocol;
import org.lamella.trial.report.TrialReport;
import org.lamella.trial.run.RunProgress;
import org.lamella.trial.run.RunSettings;
import org.lamella.trial.run.RunTally;
import org.lamella.trial.run.VirtualTrial;

/**
 * Runs a trial into a folder. Everything is written aside first and moved into place at the end, so that a half-written
 * file is never mistaken for a whole one; a run that was stopped leaves files with {@code .partial} in their names.
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

    /**
     * Runs and writes.
     *
     * @param trial the trial
     * @param protocolText the protocol file as read, kept beside the results
     * @param settings how to run it
     * @param folder where to write; made when absent
     * @param version version of the program
     * @param progress watches, and may stop the run
     */
    public static Finished write(
            VirtualTrial trial,
            String protocolText,
            RunSettings settings,
            Path folder,
            String version,
            RunProgress progress)
            throws IOException {
        Files.createDirectories(folder);
        Path aside = folder.resolve(ASIDE);
        discard(aside);
        Files.createDirectories(aside);
        try {
            Protocol protocol = trial.protocol();
            TrialAnalysis analysis = new TrialAnalysis(protocol);
            RunTally tally;
            try (TrialTables tables = new TrialTables(aside, protocol)) {
                tally = trial.run(
                        settings,
                        outcome -> {
                            tables.accept(outcome);
                            analysis.accept(outcome);
                        },
                        progress);
            }
            analysis.finish();
            Files.writeString(aside.resolve("protocol.yaml"), protocolText);
            Files.writeString(aside.resolve("dictionary.csv"), DataDictionary.csv(protocol));
            Files.writeString(aside.resolve("endpoints.csv"), EndpointTable.csv(analysis));
            Files.writeString(aside.resolve("report.html"), TrialReport.html(analysis, settings, tally));
            Map<String, String> hashes = hashes(aside);
            Files.writeString(
                    aside.resolve(Manifest.NAME),
                    Manifest.json(protocol, trial.model().parameters(), settings, tally, version, hashes));
            return new Finished(tally, analysis, moveInto(folder, aside, tally.complete()));
        } finally {
            discard(aside);
        }
    }

    private static Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> hashes = new LinkedHashMap<>();
        try (Stream<Path> list = Files.list(folder)) {
            for (Path file : list.sorted().toList()) {
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
            String target = complete ? name : name.replaceFirst("(\\.[a-z]+)$", ".partial$1");
            Files.move(file, folder.resolve(target), StandardCopyOption.REPLACE_EXISTING);
            names.add(target);
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
