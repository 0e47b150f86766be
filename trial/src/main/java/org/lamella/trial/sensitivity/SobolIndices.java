package org.lamella.trial.sensitivity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.lamella.patient.random.KeyedRandom;
import org.lamella.patient.random.Process;

/**
 * Shares of the variance of an output: {@code first} by a factor alone, {@code total} with all its interactions. Two
 * independent samples and one mixed sample per factor; first order after Saltelli et al. 2010
 * (doi:10.1016/j.cpc.2009.09.018, table 2 b), total after Jansen 1999 (doi:10.1016/S0010-4655(98)00154-4). Factors are
 * independent and uniform within their ranges.
 */
public final class SobolIndices {
    private SobolIndices() {}

    /**
     * Shares of one factor in one output.
     *
     * @param first alone; sampling error may carry it below 0
     * @param firstError standard error of {@code first} over the base sample
     * @param total with interactions
     * @param totalError standard error of {@code total}
     */
    public record Share(double first, double firstError, double total, double totalError) {}

    /**
     * Shares by factor, then by output.
     *
     * @param factors number of factors
     * @param samples base sample, 2 or more; the experiment runs {@code samples (factors + 2)} times
     * @param seed of the samples
     * @param progress told the fraction done
     */
    public static Share[][] of(Experiment experiment, int factors, int samples, long seed, DoubleConsumer progress) {
        KeyedRandom random = new KeyedRandom(seed);
        List<double[]> positions = new ArrayList<>();
        for (int n = 0; n < samples; n++) {
            double[] a = new double[factors];
            double[] b = new double[factors];
            for (int f = 0; f < factors; f++) {
                a[f] = random.uniform(n, 0, Process.OTHER, 2 * f);
                b[f] = random.uniform(n, 0, Process.OTHER, 2 * f + 1);
            }
            positions.add(a);
            positions.add(b);
            for (int f = 0; f < factors; f++) {
                double[] mixed = a.clone();
                mixed[f] = b[f];
                positions.add(mixed);
            }
        }
        double[][] results = Runs.all(experiment, positions, progress);
        Share[][] shares = new Share[factors][experiment.outputs().size()];
        for (int output = 0; output < experiment.outputs().size(); output++) {
            double mean = mean(results, output, factors, samples);
            double variance = variance(results, output, factors, samples, mean);
            for (int f = 0; f < factors; f++) {
                double[] first = new double[samples];
                double[] total = new double[samples];
                for (int n = 0; n < samples; n++) {
                    int base = n * (factors + 2);
                    double a = results[base][output];
                    double b = results[base + 1][output];
                    double mixed = results[base + 2 + f][output];
                    // about the mean, which changes no expectation and makes the sampling error smaller
                    first[n] = (b - mean) * (mixed - a);
                    total[n] = 0.5 * (a - mixed) * (a - mixed);
                }
                shares[f][output] = variance > 0
                        ? new Share(
                                mean(first) / variance,
                                error(first) / variance,
                                mean(total) / variance,
                                error(total) / variance)
                        : new Share(0, 0, 0, 0);
            }
        }
        return shares;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value / values.length;
        }
        return sum;
    }

    private static double error(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }

    private static double mean(double[][] results, int output, int factors, int samples) {
        double mean = 0;
        for (int n = 0; n < samples; n++) {
            for (int s = 0; s < 2; s++) {
                mean += results[n * (factors + 2) + s][output] / (2.0 * samples);
            }
        }
        return mean;
    }

    private static double variance(double[][] results, int output, int factors, int samples, double mean) {
        double squares = 0;
        for (int n = 0; n < samples; n++) {
            for (int s = 0; s < 2; s++) {
                double away = results[n * (factors + 2) + s][output] - mean;
                squares += away * away / (2.0 * samples - 1);
            }
        }
        return squares;
    }
}
