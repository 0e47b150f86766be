package org.lamella.clinic.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lamella.clinic.report.CannotWriteException;

/**
 * Puts all rules to every record of a folder. Records are read and answered by several threads and written in the order
 * of their names by one, so that the files are the same for any number of threads and memory does not grow with the
 * folder.
 */
public final class BulkCheck {
    /** Records in work or waiting to be written, for each thread. */
    private static final int AHEAD = 16;

    private BulkCheck() {}

    /**
     * Checks a folder and writes {@code summary.csv}, {@code patients.csv}, {@code answers.csv}, {@code answers.ndjson}
     * and {@code refused.csv}; their columns are documented in {@code docs/reference/check-output.md}.
     *
     * @return counts; when the check was stopped early the files keep {@code .partial} in their names
     * @throws FolderRefusedException when the folder cannot be listed or holds no record
     * @throws CannotWriteException when the results cannot be written
     */
    public static CheckSummary run(CheckRequest request, CheckProgress progress) {
        RecordFolder folder = list(request);
        CheckSummary summary = new CheckSummary(folder);
        try (CheckFiles files = new CheckFiles(request.out());
                ExecutorService workers = Executors.newFixedThreadPool(request.threads())) {
            try {
                work(request, folder, workers, files, summary, progress);
                files.finish(summary);
            } finally {
                workers.shutdownNow();
            }
            return summary;
        } catch (IOException e) {
            throw new CannotWriteException(request.out(), String.valueOf(e.getMessage()), e);
        }
    }

    private static RecordFolder list(CheckRequest request) {
        Path root = request.folder();
        if (!Files.isDirectory(root)) {
            throw new FolderRefusedException(
                    root,
                    Files.exists(root) ? "is a file" : "does not exist",
                    "For a single record use 'lamella plan', or name the folder that holds it.");
        }
        try {
            RecordFolder folder = RecordFolder.list(root, request.out());
            if (folder.files().isEmpty()) {
                throw new FolderRefusedException(
                        root,
                        "holds no record" + (folder.others() == 0 ? "" : " (" + folder.others() + " other files)"),
                        "Records end in .json, .yaml or .yml.");
            }
            return folder;
        } catch (IOException e) {
            throw new FolderRefusedException(
                    root, "cannot be listed (" + e.getMessage() + ")", "Check its permissions.");
        }
    }

    private static void work(
            CheckRequest request,
            RecordFolder folder,
            ExecutorService workers,
            CheckFiles files,
            CheckSummary summary,
            CheckProgress progress)
            throws IOException {
        RecordChecker checker = new RecordChecker(request);
        Deque<Future<CheckedRecord>> ahead = new ArrayDeque<>();
        Iterator<Path> next = folder.files().iterator();
        long done = 0;
        while (!progress.cancelled() && (next.hasNext() || !ahead.isEmpty())) {
            while (next.hasNext() && ahead.size() < request.threads() * AHEAD) {
                Path file = next.next();
                ahead.add(workers.submit(() -> checker.check(file)));
            }
            CheckedRecord checked = result(ahead.remove());
            files.add(checked);
            summary.add(checked);
            progress.at(++done, folder.files().size());
        }
    }

    private static CheckedRecord result(Future<CheckedRecord> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a record could not be checked", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
