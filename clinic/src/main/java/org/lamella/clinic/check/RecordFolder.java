package org.lamella.clinic.check;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The record files of a folder, in the order of their names.
 *
 * @param root the folder
 * @param files records relative to the folder, sorted by name with forward slashes
 * @param others number of files that are no records by their ending
 */
record RecordFolder(Path root, List<Path> files, int others) {
    private static final List<String> ENDINGS = List.of(".json", ".yaml", ".yml");

    /** Lists a folder; hidden files and the folder of the results are passed over. */
    static RecordFolder list(Path root, Path results) throws IOException {
        List<Path> files = new ArrayList<>();
        int[] others = {0};
        Path own = results.toAbsolutePath().normalize();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = !folder.equals(root)
                        && (hidden(folder)
                                || folder.toAbsolutePath().normalize().equals(own));
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!hidden(file)) {
                    if (record(file)) {
                        files.add(root.relativize(file));
                    } else {
                        others[0]++;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException fault) {
                // An unreadable entry is listed, so that it is refused with its reason and not passed over.
                files.add(root.relativize(file));
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(Comparator.comparing(RecordFolder::name));
        return new RecordFolder(root, List.copyOf(files), others[0]);
    }

    /** Name of a record as it is printed, the same on every system. */
    static String name(Path relative) {
        return relative.toString().replace('\\', '/');
    }

    private static boolean hidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    private static boolean record(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }
}
