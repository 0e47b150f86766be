package org.lamella.trial.run;

import org.lamella.patient.random.KeyedRandom;

/**
 * How a trial is run; only seed, patients and replicates change its results.
 *
 * @param patients number enrolled in one replicate, over all arms, 1 to 10 million
 * @param replicates number of independent replicates, 1 to 100,000
 * @param seed seed of the study
 * @param threads threads, 1 to 256
 */
public record RunSettings(int patients, int replicates, long seed, int threads) {
    private static final int MOST_PATIENTS = 10_000_000;
    private static final int MOST_REPLICATES = Math.min(100_000, KeyedRandom.MAX_REPLICATES);

    public RunSettings {
        within("patients", patients, MOST_PATIENTS);
        within("replicates", replicates, MOST_REPLICATES);
        within("threads", threads, 256);
    }

    private static void within(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(what + ": found " + value + ", accepted is 1 to " + most);
        }
    }
}
