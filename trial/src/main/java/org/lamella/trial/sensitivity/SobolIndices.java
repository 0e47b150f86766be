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
     * @param total with interactions
     */
    public record Share(double first, double total) {}

    /**
     * Shares by factor, then by output.
     *
     * @param factors number of factors
     * @param samples base sample; the experiment runs {@code samples (factors + 2)} times
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
            double variance = variance(results, output, factors, samples);
            for (int f = 0; f < factors; f++) {
                double first = 0;
                double total = 0;
                for (int n = 0; n < samples; n++) {
                    int base = n * (factors + 2);
                    double a = results[base][output];
                    double b = results[base + 1][output];
                    double mixed = results[base + 2 + f][output];
                    first += b * (mixed - a) / samples;
                    total += (a - mixed) * (a - mixed) / (2.0 * samples);
                }
                shares[f][output] = variance > 0 ? new Share(first / variance, total / variance) : new Share(0, 0);
            }
        }
        return shares;
    }

    private static double variance(double[][] results, int output, int factors, int samples) {
        double mean = 0;
        double squares = 0;
        for (int n = 0; n < samples; n++) {
            for (int s = 0; s < 2; s++) {
                double value = results[n * (factors + 2) + s][output];
                mean += value / (2.0 * samples);
                squares += value * value / (2.0 * samples);
            }
        }
        return squares - mean * mean;
    }
}
