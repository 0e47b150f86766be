package org.lamella.clinic.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The example records, found from the module's folder. */
final class Examples {
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);
    private static final Path FOLDER = Path.of("..", "examples");

    private Examples() {}

    static Path file(String name) {
        return FOLDER.resolve(name);
    }

    static List<Path> bundles() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".json"))
                    .filter(f ->
                            !f.toString().contains("plan.") && !f.toString().contains("schema"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RecordResult.Understood understood(String name) {
        return (RecordResult.Understood) RecordReader.read(file(name), AS_OF);
    }
}
