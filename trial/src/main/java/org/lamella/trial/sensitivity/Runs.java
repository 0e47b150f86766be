package org.lamella.trial.sensitivity;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/** Runs of an experiment, spread over the processors; results in the order of the positions. */
final class Runs {
    private Runs() {}

    static double[][] all(Experiment experiment, List<double[]> positions, DoubleConsumer progress) {
        double[][] results = new double[positions.size()][];
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, positions.size()).parallel().forEach(i -> {
            results[i] = experiment.at(positions.get(i));
            progress.accept(done.incrementAndGet() / (double) positions.size());
        });
        return results;
    }
}
