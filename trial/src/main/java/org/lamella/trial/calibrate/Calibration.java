package org.lamella.trial.calibrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lamella.bone.BoneModel;
import org.lamella.bone.BoneParameters;
import org.lamella.bone.Engine;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;

/**
 * Fits an ensemble of parameter sets. Results depend on plan, parameters and settings only, not on threads; every
 * simulated member is kept on file, so an interrupted run continues where it stopped.
 */
public final class Calibration {
    /** Correlations smaller than two standard errors of a correlation in a small ensemble are taken for chance. */
    private static final double CHANCE = 2;

    private final CalibrationPlan plan;
    private final BoneParameters parameters;
    private final Settings settings;
    private final MemberFiles files;
    private final Consumer<String> progress;
    private final @Nullable ParameterEnsemble earlier;

    /** What the stage moves, then what earlier stages moved and this one does not. */
    private final List<String> ids;

    /**
     * How a calibration is run.
     *
     * @param members sets in the ensemble, 4 to 1000
     * @param iterations steps of the smoother, 1 to 50
     * @param patients patients in each simulated trial, 8 to 100,000
     * @param seed seed
     * @param threads threads; does not change results
     */
    public record Settings(int members, int iterations, int patients, long seed, int threads) {
        public Settings {
            within("members", members, 4, 1000);
            within("iterations", iterations, 1, 50);
            within("patients", patients, 8, 100_000);
            within("threads", threads, 1, 256);
        }

        private static void within(String what, int value, int least, int most) {
            if (value < least || value > most) {
                throw new IllegalArgumentException(
                        what + ": found " + value + ", accepted is " + least + " to " + most);
            }
        }
    }

    /**
     * What a calibration found.
     *
     * @param ensemble fitted sets, rounded as on file
     * @param before predictions by target with the prior medians
     * @param after predictions by target with the medians of the fitted sets
     * @param members predictions by member and target of the fitted sets; not a number when a member failed
     * @param prior predictions of the members drawn from the prior
     */
    public record Result(
            ParameterEnsemble ensemble,
            double[] before,
            double[] after,
            List<double[]> members,
            List<double[]> prior) {}

    /**
     * @param plan the part of one stage
     * @param parameters the model's numbers; those that move are replaced by the plan's prior
     * @param settings how
     * @param folder where members are kept
     * @param progress told one line at a time
     */
    public Calibration(
            CalibrationPlan plan,
            BoneParameters parameters,
            Settings settings,
            Path folder,
            Consumer<String> progress) {
        this(plan, parameters, settings, null, folder, progress);
    }

    /**
     * The same after an earlier stage, whose sets are the prior of what it moved.
     *
     * @param earlier result of the earlier stages with as many sets as the settings ask for, or null
     */
    public Calibration(
            CalibrationPlan plan,
            BoneParameters parameters,
            Settings settings,
            @Nullable ParameterEnsemble earlier,
            Path folder,
            Consumer<String> progress) {
        this.plan = plan;
        this.parameters = parameters;
        this.settings = settings;
        this.earlier = earlier;
        this.files = new MemberFiles(folder);
        this.progress = progress;
        this.ids = new ArrayList<>(
                plan.parameters().stream().map(MovingParameter::id).toList());
        if (earlier != null) {
            if (earlier.members().size() != settings.members()) {
                throw new IllegalArgumentException("members: found " + settings.members() + ", accepted is the number"
                        + " of sets of the earlier stage, " + earlier.members().size());
            }
            earlier.ids().stream().filter(id -> !ids.contains(id)).forEach(ids::add);
        }
    }

    /** Runs, or continues, until the end. */
    public Result run() {
        double[][] base = predictAll("start", new double[][] {start()}, true);
        List<double[]> prior = new ArrayList<>();
        return result(fit(base[0], prior), base[0], prior);
    }

    /** The fitted sets alone, without their predictions. */
    ParameterEnsemble sets() {
        double[][] base = predictAll("start", new double[][] {start()}, true);
        return ensemble(fit(base[0], new ArrayList<>()));
    }

    private double[][] fit(double[] base, List<double[]> prior) {
        KeyedRandom random = new KeyedRandom(settings.seed());
        double[][] sets = priorDraws(random);
        double[] error = errors(base);
        double[] observed = observed(error);
        double least = Math.min(0.9, CHANCE / Math.sqrt(settings.members()));
        for (int k = 0; k < settings.iterations(); k++) {
            double[][] predicted = predictAll("step " + (k + 1), sets, false);
            if (k == 0) {
                prior.addAll(List.of(predicted));
            }
            progress.accept(misfitLine("before step " + (k + 1), predicted, error));
            int[] good = IntStream.range(0, sets.length)
                    .filter(j -> Arrays.stream(predicted[j]).allMatch(Double::isFinite))
                    .toArray();
            if (good.length < 4) {
                throw new IllegalStateException("calibration: only " + good.length + " of " + sets.length
                        + " parameter sets could be simulated; maybe the bounds are too wide");
            }
            // A set that could not be simulated starts again from one that could, with its own noise.
            double[][] fixedSets = new double[sets.length][];
            double[][] scaled = new double[sets.length][];
            double[][] noise = new double[sets.length][observed.length];
            for (int j = 0; j < sets.length; j++) {
                int from = Arrays.binarySearch(good, j) >= 0 ? j : good[j % good.length];
                fixedSets[j] = sets[from];
                scaled[j] = divided(predicted[from], error);
                for (int d = 0; d < observed.length; d++) {
                    noise[j][d] = random.normal(j, k + 1, Process.ENSEMBLE, d);
                }
            }
            double[][] moved =
                    EnsembleSmoother.update(moving(fixedSets), scaled, observed, noise, settings.iterations(), least);
            sets = bounded(moved, fixedSets);
        }
        return sets;
    }

    /** Predictions of given sets without moving them: for the table over all stages. */
    public Result evaluate() {
        double[] start = plan.parameters().stream().mapToDouble(p -> p.prior(0)).toArray();
        double[] first = Arrays.copyOf(start, ids.size());
        for (int i = start.length; i < first.length; i++) {
            first[i] = StrictMath.log(parameters.get(ids.get(i)).value());
        }
        double[][] base = predictAll("start", new double[][] {first}, true);
        return result(priorDraws(new KeyedRandom(settings.seed())), base[0], List.of());
    }

    private Result result(double[][] sets, double[] base, List<double[]> prior) {
        ParameterEnsemble ensemble = ensemble(sets);
        double[] point = Arrays.stream(ensemble.median())
                .map(v -> StrictMath.log(ParameterEnsemble.round(v)))
                .toArray();
        double[] after = predictAll("point", new double[][] {point}, false)[0];
        double[][] last = predictAll("fitted", logs(ensemble.members()), false);
        return new Result(ensemble, Arrays.copyOf(base, plan.targets().size()), after, List.of(last), prior);
    }

    private ParameterEnsemble ensemble(double[][] sets) {
        return new ParameterEnsemble(
                ids,
                Arrays.stream(sets)
                        .map(set -> Arrays.stream(set)
                                .map(v -> ParameterEnsemble.round(StrictMath.exp(v)))
                                .toArray())
                        .toList());
    }

    private static double[][] logs(List<double[]> values) {
        return values.stream()
                .map(v -> Arrays.stream(v).map(StrictMath::log).toArray())
                .toArray(double[][]::new);
    }

    private double[] start() {
        double[] start = new double[ids.size()];
        double[] medians = earlier == null ? new double[0] : earlier.median();
        for (int i = 0; i < start.length; i++) {
            int known = earlier == null ? -1 : earlier.ids().indexOf(ids.get(i));
            start[i] = known >= 0
                    ? StrictMath.log(medians[known])
                    : plan.parameters().get(i).prior(0);
        }
        return start;
    }

    private double[][] priorDraws(KeyedRandom random) {
        double[][] sets = new double[settings.members()][ids.size()];
        for (int j = 0; j < sets.length; j++) {
            for (int i = 0; i < sets[j].length; i++) {
                int known = earlier == null ? -1 : earlier.ids().indexOf(ids.get(i));
                sets[j][i] = earlier != null && known >= 0
                        ? StrictMath.log(earlier.members().get(j)[known])
                        : plan.parameters().get(i).prior(random.normal(j, 0, Process.ENSEMBLE, draw(ids.get(i), i)));
            }
        }
        return sets;
    }

    /** Draws of later stages differ from those of earlier ones. */
    private int draw(String id, int i) {
        return earlier == null ? i : 1000 + Math.floorMod(id.hashCode(), 1_000_000);
    }

    private double[][] moving(double[][] sets) {
        return Arrays.stream(sets)
                .map(s -> Arrays.copyOf(s, plan.parameters().size()))
                .toArray(double[][]::new);
    }

    /** Moved values within their bounds; what does not move is kept. */
    private double[][] bounded(double[][] moved, double[][] before) {
        double[][] sets = new double[moved.length][];
        for (int j = 0; j < moved.length; j++) {
            sets[j] = before[j].clone();
            for (int i = 0; i < moved[j].length; i++) {
                sets[j][i] = plan.parameters().get(i).bounded(moved[j][i]);
            }
        }
        return sets;
    }

    /** Error of each target: published, discrepancy, and Monte-Carlo error of the simulation. */
    private double[] errors(double[] base) {
        int n = plan.targets().size();
        double[] error = new double[n];
        for (int d = 0; d < n; d++) {
            error[d] = Math.hypot(plan.targets().get(d).error(), base[n + d]);
        }
        return error;
    }

    private double[] observed(double[] error) {
        return IntStream.range(0, error.length)
                .mapToDouble(d -> plan.targets().get(d).observed() / error[d])
                .toArray();
    }

    private static double[] divided(double[] values, double[] by) {
        return IntStream.range(0, by.length).mapToDouble(d -> values[d] / by[d]).toArray();
    }

    private String misfitLine(String when, double[][] predicted, double[] error) {
        double[] each = Arrays.stream(predicted)
                .mapToDouble(p -> IntStream.range(0, error.length)
                        .mapToDouble(d -> Math.pow((p[d] - plan.targets().get(d).observed()) / error[d], 2))
                        .average()
                        .orElseThrow())
                .toArray();
        return String.format(
                java.util.Locale.ROOT,
                "%s: mean squared misfit in units of the error, median of the sets %.2f",
                when,
                ParameterEnsemble.quantile(each, 0.5));
    }

    /** Predictions of each set by target; with the Monte-Carlo errors behind them when asked. */
    private double[][] predictAll(String name, double[][] sets, boolean withErrors) {
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
