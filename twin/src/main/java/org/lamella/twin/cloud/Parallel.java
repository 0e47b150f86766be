package org.lamella.twin.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs independent pieces of work on a fixed number of threads; results come back in the order of the work. */
public final class Parallel implements AutoCloseable {
    private final ExecutorService pool;

    /** Starts the threads, 1 or more. */
    public Parallel(int threads) {
        pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "lamella-twin");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Does all the work; the first failure, in the order of the work, is thrown. */
    public <T> List<T> all(List<Callable<T>> work) {
        List<Future<T>> waiting = new ArrayList<>(work.size());
        work.forEach(w -> waiting.add(pool.submit(w)));
        List<T> results = new ArrayList<>(work.size());
        try {
            for (Future<T> future : waiting) {
                results.add(future.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the forecast was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the forecast failed", e.getCause());
        }
        return results;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
