package org.lamella.clinic.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lamella.care.plan.Plan;

/** Writes a set of files so that a reader sees each of them whole or not at all. */
public final class PlanFiles {
    public static final String PAGE = "plan.html";
    public static final String FULL_PAGE = "plan-full.html";
    public static final String JSON = "plan.json";
    public static final String FHIR = "plan.fhir.json";

    private PlanFiles() {}

    /**
     * Writes the page, the JSON and the FHIR bundle of a plan. All are rendered before the folder is touched, written
     * under other names beside their places, and moved last.
     *
     * @param folder created when it does not exist
     * @return the files written, in the order page, JSON, FHIR
     * @throws CannotWriteException when the folder cannot be used; nothing half-written is left behind
     */
    public static List<Path> write(Plan plan, Path folder) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(PAGE, PlanPage.render(plan));
        texts.put(JSON, PlanJson.render(plan));
        texts.put(FHIR, PlanFhir.render(plan));
        return writeAll(texts, folder);
    }

    /**
     * Writes the page once more with every part open, for paper.
     *
     * @param folder created when it does not exist
     * @return the file written
     * @throws CannotWriteException when the folder cannot be used; nothing half-written is left behind
     */
    public static List<Path> writeFullPage(Plan plan, Path folder) {
        return writeAll(Map.of(FULL_PAGE, PlanPage.renderInFull(plan)), folder);
    }

    /**
     * Writes the letters, cards and pages that go out of the clinic, and the calendar.
     *
     * @param folder created when it does not exist
     * @return the files written
     * @throws CannotWriteException when the folder cannot be used; nothing half-written is left behind
     */
    public static List<Path> writeHandouts(Plan plan, Path folder) {
        Map<String, String> texts = Handouts.render(plan);
        List<Path> written = writeAll(texts, folder);
        for (String name : Handouts.names()) {
            if (!texts.containsKey(name)) {
                removeOlder(folder.resolve(name));
            }
        }
        return written;
    }

    /** A paper of an earlier plan that is not made now must not lie among the new ones. */
    private static void removeOlder(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CannotWriteException(file, "a paper of an earlier plan lies there and could not be removed", e);
        }
    }

    /**
     * Writes texts as UTF-8 files.
     *
     * @param texts text by plain file name
     * @param folder created when it does not exist
     * @return the files written, in the order given
     * @throws CannotWriteException when the folder cannot be used; nothing half-written is left behind
     */
    public static List<Path> writeAll(Map<String, String> texts, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new CannotWriteException(folder, "it is not a folder and could not be made into one", e);
        }
        Map<Path, Path> aside = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Path target = folder.resolve(text.getKey());
                Path temporary = Files.createTempFile(folder, "." + text.getKey() + ".", ".part");
                aside.put(target, temporary);
                Files.write(temporary, text.getValue().getBytes(StandardCharsets.UTF_8));
            }
            List<Path> written = new ArrayList<>();
            for (Map.Entry<Path, Path> move : aside.entrySet()) {
                move(move.getValue(), move.getKey());
                written.add(move.getKey());
            }
            return List.copyOf(written);
        } catch (IOException e) {
            throw new CannotWriteException(folder, reason(e), e);
        } finally {
            aside.values().forEach(PlanFiles::discard);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.AccessDeniedException _ -> "access is denied";
            case java.nio.file.DirectoryNotEmptyException _ -> "a folder stands where a file should go";
            default -> {
                String message = e.getMessage();
                yield message == null ? e.getClass().getSimpleName() : message;
            }
        };
    }

    private static void discard(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The move has failed for the same cause, which the caller is being told.
            temporary.toFile().deleteOnExit();
        }
    }
}
