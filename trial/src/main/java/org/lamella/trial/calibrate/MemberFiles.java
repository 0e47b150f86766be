package org.lamella.trial.calibrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Keeps each simulated set on file, so that it need not be simulated again. */
final class MemberFiles {
    private final Path folder;

    MemberFiles(Path folder) {
        this.folder = folder;
    }

    /** Something that takes long. */
    @FunctionalInterface
    interface Work {
        double[] run();
    }

    /** The result on file when it belongs to the same set; otherwise does the work and keeps it. */
    double[] keep(String step, int member, double[] set, Work work) throws IOException {
        Path file = folder.resolve(String.format(Locale.ROOT, "%s-%03d.csv", step.replace(' ', '-'), member));
        String key = line(set);
        if (Files.exists(file)) {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() == 2 && lines.getFirst().equals(key)) {
                return Arrays.stream(lines.get(1).split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
            }
        }
        double[] result = work.run();
        Files.createDirectories(folder);
        Path unfinished = folder.resolve(file.getFileName() + ".tmp");
        Files.writeString(unfinished, key + "\n" + line(result) + "\n");
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return result;
    }

    private static String line(double[] values) {
        return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(","));
    }
}
