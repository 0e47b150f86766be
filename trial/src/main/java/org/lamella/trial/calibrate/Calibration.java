package org.lamella.trial.calibrate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lamella.bone.BoneParameters;
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
    private final Consumer<String> progress;
    private final SetPredictions predictions;
    private final StartingSets starting;

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
        this.starting = new StartingSets(plan, ids, earlier);
        this.predictions = new SetPredictions(plan, parameters, ids, settings, new MemberFiles(folder), progress);
    }

    /** Runs, or continues, until the end. */
    public Result run() {
        double[][] base = predictions.predictAll("start", new double[][] {starting.middle()}, true);
        List<double[]> prior = new ArrayList<>();
        return result(fit(base[0], prior), base[0], prior);
    }

    /** The fitted sets alone, without their predictions. */
    ParameterEnsemble sets() {
        double[][] base = predictions.predictAll("start", new double[][] {starting.middle()}, true);
        return ensemble(fit(base[0], new ArrayList<>()));
    }

    private double[][] fit(double[] base, List<double[]> prior) {
        KeyedRandom random = new KeyedRandom(settings.seed());
        double[][] sets = starting.draws(settings.members(), random);
        double[] error = errors(base);
        double[] observed = observed(error);
        double least = Math.min(0.9, CHANCE / Math.sqrt(settings.members()));
        for (int k = 0; k < settings.iterations(); k++) {
            double[][] predicted = predictions.predictAll("step " + (k + 1), sets, false);
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
        double[][] base = predictions.predictAll("start", new double[][] {first}, true);
        return result(starting.draws(settings.members(), new KeyedRandom(settings.seed())), base[0], List.of());
    }

    private Result result(double[][] sets, double[] base, List<double[]> prior) {
        ParameterEnsemble ensemble = ensemble(sets);
        double[] point = Arrays.stream(ensemble.median())
                .map(v -> StrictMath.log(ParameterEnsemble.round(v)))
                .toArray();
        double[] after = predictions.predictAll("point", new double[][] {point}, false)[0];
        double[][] last = predictions.predictAll("fitted", logs(ensemble.members()), false);
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
}
