package org.lamella.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lamella.clinic.check.CheckProgress;
import org.lamella.clinic.check.CheckSummary;

/** Progress of a check with rate and time left on standard error; Ctrl-C asks the check to end and waits for its files. */
final class CheckTerminal implements CheckProgress, AutoCloseable {
    private static final long EVERY_NANOS = 2_000_000_000L;
    private static final long PATIENCE_SECONDS = 30;

    private final PrintWriter err;
    private final long start = System.nanoTime();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");
    private volatile boolean stopping;
    private long lastShown = start;

    CheckTerminal(PrintWriter err) {
        this.err = err;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() {
        stopping = true;
        try {
            if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                err.println("lamella: gave up waiting for the check to end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void at(long done, long inAll) {
        long now = System.nanoTime();
        if (now - lastShown >= EVERY_NANOS) {
            lastShown = now;
            double seconds = (now - start) / 1e9;
            err.println(String.format(
                    Locale.ROOT,
                    "%,d of %,d records, %,.0f/s, about %.0f s left",
                    done,
                    inAll,
                    done / seconds,
                    seconds * (inAll - done) / done));
        }
    }

    /** The rate of the whole check; a matter of the machine, hence never in a file. */
    void rate(CheckSummary summary) {
        double seconds = (System.nanoTime() - start) / 1e9;
        long done = summary.answered() + summary.refused() + summary.failed();
        err.println(String.format(Locale.ROOT, "%,d records in %.2f s, %,.0f/s", done, seconds, done / seconds));
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
