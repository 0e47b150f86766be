package org.lamella.trial.calibrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.Engine;

/**
 * Simulates the targets of a calibration with one parameter set after the other, side by side on several threads. A set
 * that was simulated before is read from its file.
 *
 * @param plan what is simulated
 * @param parameters the model's numbers, before those that move are replaced
 * @param ids names of the numbers that a set holds, in its order
 * @param settings patients, seed and threads
 * @param files where predictions are kept
 * @param progress told one line at a time
 */
record SetPredictions(
        CalibrationPlan plan,
        BoneParameters parameters,
        List<String> ids,
        Calibration.Settings settings,
        MemberFiles files,
        Consumer<String> progress) {
    /** Predictions of each set by target; with the Monte-Carlo errors behind them when asked. */
    double[][] predictAll(String name, double[][] sets, boolean withErrors) {
        double[][] out = new double[sets.length][];
        try (ExecutorService pool = Executors.newFixedThreadPool(settings.threads())) {
            List<Future<double[]>> running = new ArrayList<>();
            for (int j = 0; j < sets.length; j++) {
                int member = j;
                running.add(pool.submit(() -> files.keep(name, member, sets[member], () -> predict(sets[member]))));
            }
            for (int j = 0; j < sets.length; j++) {
                double[] all = running.get(j).get();
                out[j] = withErrors ? all : Arrays.copyOf(all, plan.targets().size());
                progress.accept(name + ": " + (j + 1) + " of " + sets.length + " sets");
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw new UncheckedIOException(io);
            }
            throw new IllegalStateException("calibration: a member failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("calibration: interrupted; run it again to continue", e);
        }
        return out;
    }

    /** Means of all targets, then their Monte-Carlo errors; not numbers when the model refuses the set. */
    private double[] predict(double[] set) {
        int n = plan.targets().size();
        double[] out = new double[2 * n];
        BoneParameters changed = parameters;
        for (int i = 0; i < set.length; i++) {
            changed = changed.with(ids.get(i), StrictMath.exp(set[i]));
        }
        try {
            BoneModel model = BoneModel.create(changed, Engine.STANDARD.sequential());
            for (Experiment experiment : plan.experiments().values()) {
                List<CalibrationTarget> own = plan.targets().stream()
                        .filter(t -> t.experiment().equals(experiment.id()))
                        .toList();
                if (own.isEmpty()) {
                    continue;
                }
                List<Experiment.Prediction> predictions =
                        experiment.predict(model, own, settings.patients(), settings.seed());
                for (int t = 0; t < own.size(); t++) {
                    int d = plan.targets().indexOf(own.get(t));
                    out[d] = predictions.get(t).mean();
                    out[n + d] = predictions.get(t).standardError();
                }
            }
        } catch (ArithmeticException | IllegalStateException refused) {
            Arrays.fill(out, Double.NaN);
        }
        return out;
    }
}
