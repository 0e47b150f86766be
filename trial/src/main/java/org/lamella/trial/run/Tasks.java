package org.lamella.trial.run;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Work that may run on other threads or at once on this one. */
@FunctionalInterface
interface Tasks {
    <T> Future<T> submit(Callable<T> task);

    static Tasks on(ExecutorService pool) {
        return pool::submit;
    }

    /** Runs each task at once on the calling thread. */
    static Tasks here() {
        return new Tasks() {
            @Override
            public <T> Future<T> submit(Callable<T> task) {
                try {
                    return CompletableFuture.completedFuture(task.call());
                } catch (Exception e) {
                    return CompletableFuture.failedFuture(e);
                }
            }
        };
    }

    /** The result of a task; its own unchecked exceptions come through as they are. */
    static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException r -> throw r;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
