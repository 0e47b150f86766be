package org.lamella.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lamella.trial.run.RunProgress;

/** Progress with rate and time left on standard error; Ctrl-C asks the run to end and waits for its files. */
final class TerminalProgress implements RunProgress, AutoCloseable {
    private static final long EVERY_NANOS = 1_000_000_000L;
    private static final long PATIENCE_SECONDS = 30;

    private final PrintWriter err;
    private final long start = System.nanoTime();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");
    private volatile boolean stopping;
    private long lastShown = start;

    TerminalProgress(PrintWriter err) {
        this.err = err;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() {
        stopping = true;
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                err.println("lamella: gave up waiting for the run to end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void at(long done, long inAll, double patientYears) {
        long now = System.nanoTime();
        if (now - lastShown < EVERY_NANOS) {
            return;
        }
        lastShown = now;
        double seconds = (now - start) / 1e9;
        double left = done == 0 ? Double.NaN : seconds * (inAll - done) / done;
        err.println(String.format(
                Locale.ROOT,
                "%,d of %,d patients, %,.0f patient-years/s, about %.0f s left",
                done,
                inAll,
                patientYears / seconds,
                left));
    }

    @Override
    public boolean cancelled() {
        return stopping;
    }

    @Override
    public void close() {
        closed.countDown();
        if (!stopping) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
