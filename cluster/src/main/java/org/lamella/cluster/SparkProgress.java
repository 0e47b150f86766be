package org.lamella.cluster;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.util.LongAccumulator;
import org.lamella.trial.run.RunProgress;
import org.lamella.trial.run.RunSettings;

/** Passes on how many patients the machines have finished, whenever a task ends; asks Spark to stop when told to. */
final class SparkProgress extends SparkListener implements AutoCloseable {
    private final JavaSparkContext context;
    private final LongAccumulator done;
    private final long inAll;
    private final RunProgress progress;
    private boolean open = true;

    SparkProgress(JavaSparkContext context, LongAccumulator done, RunSettings settings, RunProgress progress) {
        this.context = context;
        this.done = done;
        this.inAll = (long) settings.patients() * settings.replicates();
        this.progress = progress;
        context.sc().addSparkListener(this);
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        if (open) {
            progress.at(Math.min(done.value(), inAll), inAll, Double.NaN);
            if (progress.cancelled()) {
                context.cancelAllJobs();
            }
        }
    }

    @Override
    public synchronized void close() {
        open = false;
        context.sc().removeSparkListener(this);
    }
}
