package org.lamella.trial.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;

/**
 * Screening by elementary effects (Morris 1991, doi:10.1080/00401706.1991.10484804): trajectories through a grid of four
 * levels on which each factor moves once, by two thirds of its range. The mean of the absolute effects,
 * {@code mu*} (Campolongo et al. 2007, doi:10.1016/j.envsoft.2006.10.004), ranks the factors; the standard deviation tells
 * of interactions and curvature. Effects are per whole range.
 */
public final class ElementaryEffects {
    private static final int LEVELS = 4;
    private static final double STEP = LEVELS / (2.0 * (LEVELS - 1));
    private static final int ORDER = 0;
    private static final int START = 1_000;
    private static final int DIRECTION = 2_000;

    private ElementaryEffects() {}

    /**
     * Effects of one factor on one output.
     *
     * @param mean mean effect, with sign
     * @param meanAbsolute mean of the absolute effects
     * @param sd standard deviation of the effects
     * @param standardError of {@code meanAbsolute} over trajectories
     */
    public record Effect(double mean, double meanAbsolute, double sd, double standardError) {}

    /**
     * Effects by factor, then by output.
     *
     * @param factors number of factors
     * @param trajectories 2 or more
     * @param seed of the trajectories
     * @param progress told the fraction done
     */
    public static Effect[][] of(
            Experiment experiment, int factors, int trajectories, long seed, DoubleConsumer progress) {
        List<double[]> positions = new ArrayList<>();
        int[][] order = new int[trajectories][];
        for (int r = 0; r < trajectories; r++) {
            order[r] = order(factors, new KeyedRandom(seed), r);
            positions.addAll(trajectory(order[r], new KeyedRandom(seed), r));
        }
        double[][] results = Runs.all(experiment, positions, progress);
        Effect[][] effects = new Effect[factors][experiment.outputs().size()];
        double[][] own = new double[factors][trajectories];
        for (int output = 0; output < experiment.outputs().size(); output++) {
            for (int r = 0; r < trajectories; r++) {
                int first = r * (factors + 1);
                for (int k = 0; k < factors; k++) {
                    int factor = order[r][k];
                    double moved =
                            positions.get(first + k + 1)[factor] - positions.get(first + k)[factor];
                    own[factor][r] = (results[first + k + 1][output] - results[first + k][output]) / moved;
                }
            }
            for (int f = 0; f < factors; f++) {
                effects[f][output] = summary(own[f]);
            }
        }
        return effects;
    }

    private static Effect summary(double[] effects) {
        int n = effects.length;
        double mean = 0;
        double absolute = 0;
        for (double e : effects) {
            mean += e / n;
            absolute += Math.abs(e) / n;
        }
        double squares = 0;
        double absoluteSquares = 0;
        for (double e : effects) {
            squares += (e - mean) * (e - mean);
            absoluteSquares += (Math.abs(e) - absolute) * (Math.abs(e) - absolute);
        }
        return new Effect(mean, absolute, Math.sqrt(squares / (n - 1)), Math.sqrt(absoluteSquares / (n - 1) / n));
    }

    private static int[] order(int factors, KeyedRandom random, int trajectory) {
        int[] order = IntStream.range(0, factors).toArray();
        for (int k = factors - 1; k > 0; k--) {
            int other = random.below(k + 1, trajectory, 0, Process.OTHER, ORDER + k);
            int kept = order[k];
            order[k] = order[other];
            order[other] = kept;
        }
        return order;
    }

    private static List<double[]> trajectory(int[] order, KeyedRandom random, int trajectory) {
        double[] now = new double[order.length];
        boolean[] up = new boolean[order.length];
        for (int f = 0; f < order.length; f++) {
            up[f] = random.below(2, trajectory, 0, Process.OTHER, DIRECTION + f) == 1;
            double level = random.below(LEVELS / 2, trajectory, 0, Process.OTHER, START + f) / (LEVELS - 1.0);
            now[f] = up[f] ? level : level + STEP;
        }
        List<double[]> points = new ArrayList<>(List.of(now.clone()));
        for (int factor : order) {
            now[factor] += up[factor] ? STEP : -STEP;
            points.add(now.clone());
        }
        return points;
    }
}
