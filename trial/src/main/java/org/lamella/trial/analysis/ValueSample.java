package org.lamella.trial.analysis;

import java.util.PriorityQueue;

/**
 * Values of patients: all of them up to {@value #MOST}, beyond that a random sample of so many. Who is in the sample depends
 * on the number of the patient only, so it is the same for every way of running the trial.
 */
public final class ValueSample {
    /** Largest number of values that are kept. */
    public static final int MOST = 20_000;

    private final PriorityQueue<Kept> kept = new PriorityQueue<>();
    private int seen;

    /** A value; those with the largest rank go first. */
    private record Kept(long rank, double value) implements Comparable<Kept> {
        @Override
        public int compareTo(Kept other) {
            return Long.compare(other.rank, rank);
        }
    }

    void add(int patient, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        seen++;
        long rank = mixed(patient);
        if (kept.size() < MOST || rank < kept.element().rank()) {
            kept.add(new Kept(rank, value));
            if (kept.size() > MOST) {
                kept.remove();
            }
        }
    }

    /** Finaliser of SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195): one to one, and without order. */
    private static long mixed(long x) {
        long z = (x + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** Number of values that were there. */
    public int seen() {
        return seen;
    }

    /** The kept values, rising. */
    public double[] sorted() {
        return kept.stream().mapToDouble(Kept::value).sorted().toArray();
    }
}
