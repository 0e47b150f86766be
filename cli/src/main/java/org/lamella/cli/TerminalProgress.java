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
    private long start = System.nanoTime();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");
    private volatile boolean stopping;
    private long lastShown = start;
    private long patientsBefore;
    private double yearsBefore;

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

    /** Another run begins: rate and time left count from here. */
    void another() {
        start = System.nanoTime();
        lastShown = start;
    }

    @Override
    public void resumed(long patients, double years) {
        patientsBefore = patients;
        yearsBefore = years;
        if (patients > 0) {
            err.println(String.format(
                    Locale.ROOT, "continuing an unfinished run: %,d patients are there already", patients));
        }
    }

    /** Patient-years of the run that was continued. */
    double yearsBefore() {
        return yearsBefore;
    }

    @Override
    public void at(long done, long inAll, double patientYears) {
        long now = System.nanoTime();
        if (now - lastShown < EVERY_NANOS || done >= inAll) {
            return;
        }
        lastShown = now;
        double seconds = (now - start) / 1e9;
        long here = done - patientsBefore;
        String left = here <= 0 ? "" : ", about " + time(seconds * (inAll - done) / here) + " left";
        String rate = Double.isNaN(patientYears)
                ? ""
                : String.format(Locale.ROOT, ", %,.0f patient-years/s", (patientYears - yearsBefore) / seconds);
        err.println(String.format(Locale.ROOT, "%,d of %,d patients%s%s", done, inAll, rate, left));
    }

    private static String time(double seconds) {
        long s = Math.round(seconds);
        return s < 120 ? s + " s" : s < 7200 ? s / 60 + " min" : s / 3600 + " h " + s % 3600 / 60 + " min";
    }

    @Override
    public boolean cancelled() {
        return stopping;
    }

    @Override
    public void close() {
        if (stopping) {
            // Java ends as soon as the hook is let go, so this must be said before.
            err.println("PARTIAL: stopped early; what was finished is kept, and the files say so");
            err.flush();
        }
        closed.countDown();
        if (!stopping) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
