package org.lamella.patient.random;

/**
 * Philox4x32-10, the counter-based generator of Salmon et al. 2011 (doi:10.1145/2063384.2063405): four 32-bit words as a
 * bijection of a 128-bit counter under a 64-bit key.
 */
final class Philox {
    private static final int ROUNDS = 10;
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final long LOW_WORD = 0xFFFFFFFFL;

    private Philox() {}

    /**
     * First 64 bits (words 0 and 1, word 0 in the low half) of the block.
     *
     * @param c0 counter word 0, least significant
     * @param c1 counter word 1
     * @param c2 counter word 2
     * @param c3 counter word 3
     * @param key the key, word 0 in the low half
     */
    static long first64(int c0, int c1, int c2, int c3, long key) {
        int x0 = c0;
        int x1 = c1;
        int x2 = c2;
        int x3 = c3;
        int k0 = (int) key;
        int k1 = (int) (key >>> 32);
        for (int round = 0; round < ROUNDS; round++) {
            long p0 = MULTIPLIER_0 * (x0 & LOW_WORD);
            long p1 = MULTIPLIER_1 * (x2 & LOW_WORD);
            int y0 = (int) (p1 >>> 32) ^ x1 ^ k0;
            int y2 = (int) (p0 >>> 32) ^ x3 ^ k1;
            x1 = (int) p1;
            x3 = (int) p0;
            x0 = y0;
            x2 = y2;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        return (x0 & LOW_WORD) | ((long) x1 << 32);
    }
}
