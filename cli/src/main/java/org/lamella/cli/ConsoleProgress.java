package org.lamella.cli;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.lamella.twin.Forecaster;

/**
 * Shows progress on standard error once work takes over a second: a bar on a terminal, a line now and then in a log.
 */
final class ConsoleProgress implements Forecaster.Progress, AutoCloseable {
    private static final long PATIENCE_NANOS = 1_000_000_000L;
    private static final long LOG_EVERY_NANOS = 5_000_000_000L;
    private static final int STEPS = 100;

    private final PrintStream err;
    private final boolean terminal;
    private final long began = System.nanoTime();
    private long lastLine = began;
    private @Nullable ProgressBar bar;

    ConsoleProgress(PrintStream err) {
        this.err = err;
        this.terminal = System.console() != null && System.console().isTerminal();
    }

    @Override
    public synchronized void report(String stage, double fraction) {
        long now = System.nanoTime();
        if (now - began < PATIENCE_NANOS) {
            return;
        }
        int done = (int) Math.round(STEPS * Math.clamp(fraction, 0, 1));
        if (terminal) {
            ProgressBar shown = bar == null ? open() : bar;
            bar = shown;
            shown.setExtraMessage(stage);
            shown.stepTo(done);
        } else if (now - lastLine >= LOG_EVERY_NANOS) {
            lastLine = now;
            err.printf(Locale.ROOT, "%s: %d %%%n", stage, done);
        }
    }

    private ProgressBar open() {
        return new ProgressBarBuilder()
                .setTaskName("plan")
                .setInitialMax(STEPS)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .setConsumer(new ConsoleProgressBarConsumer(err))
                .build();
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
