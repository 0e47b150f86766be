package org.lamella.patient.random;

/**
 * Random numbers keyed by study, patient, replicate, process and index. Each method is a pure function: the same key
 * gives the same bits on any machine, thread or partition.
 *
 * <p>Generator: Philox4x32-10 (doi:10.1145/2063384.2063405). The study seed is the key; patient (64 bits), replicate (20
 * bits), process (12 bits) and index (32 bits) form the counter, so distinct keys never share a block.
 *
 * @param studySeed seed of the study or plan
 */
public record KeyedRandom(long studySeed) {
    /** Replicates are counted from 0 and must stay below this limit. */
    public static final int MAX_REPLICATES = 1 << 20;

    private static final double UNIT = 0x1.0p-53;

    /**
     * Raw 64 random bits.
     *
     * @param patient identity of the patient or sibling
     * @param replicate replicate of the study, 0 to 2^20 - 1
     * @param process what the number is for
     * @param index position in that stream
     */
    public long bits(long patient, int replicate, Process process, int index) {
        if (replicate < 0 || replicate >= MAX_REPLICATES) {
            throw new IllegalArgumentException(
                    "replicate: found " + replicate + ", accepted is 0 to " + (MAX_REPLICATES - 1));
        }
        return Philox.first64(
                index, replicate << 12 | process.code(), (int) patient, (int) (patient >>> 32), studySeed);
    }

    /** Uniform in the open interval (0, 1), on 2^53 equidistant points. */
    public double uniform(long patient, int replicate, Process process, int index) {
        return ((bits(patient, replicate, process, index) >>> 11) + 0.5) * UNIT;
    }

    /** Standard normal. */
    public double normal(long patient, int replicate, Process process, int index) {
        return NormalQuantile.of(uniform(patient, replicate, process, index));
    }

    /** Exponential with mean 1. */
    public double exponential(long patient, int replicate, Process process, int index) {
        return -StrictMath.log(uniform(patient, replicate, process, index));
    }

    /** Whole number from 0 to {@code bound - 1}, by multiplication; the bias is below {@code bound} / 2^53. */
    public int below(int bound, long patient, int replicate, Process process, int index) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound: found " + bound + ", accepted is 1 or more");
        }
        return (int) (uniform(patient, replicate, process, index) * bound);
    }
}
