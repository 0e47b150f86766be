package org.lamella.trial.output;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * One number for everything that was measured and everything that happened: the sum, modulo 2^256, of the SHA-256 of each
 * patient. It does not depend on the order in which patients come, so machines can work on it side by side, and two runs
 * with the same fingerprint hold the same patients.
 */
public final class Fingerprint {
    private static final int BITS = 256;
    private static final int BYTES = BITS / 8;

    private final MessageDigest digest = Hashes.sha256();
    private final int[] sum = new int[BYTES / Integer.BYTES];

    /** Adds the bytes of one patient. */
    public void add(byte[] patient) {
        byte[] hash = digest.digest(patient);
        long carry = 0;
        for (int word = sum.length - 1; word >= 0; word--) {
            int at = word * Integer.BYTES;
            long part = (hash[at] & 0xFFL) << 24
                    | (hash[at + 1] & 0xFFL) << 16
                    | (hash[at + 2] & 0xFFL) << 8
                    | hash[at + 3] & 0xFFL;
            carry += part + (sum[word] & 0xFFFFFFFFL);
            sum[word] = (int) carry;
            carry >>>= 32;
        }
    }

    /** The sum as 64 hexadecimal digits. */
    public String hex() {
        BigInteger value = BigInteger.ZERO;
        for (int word : sum) {
            value = value.shiftLeft(Integer.SIZE).or(BigInteger.valueOf(word & 0xFFFFFFFFL));
        }
        byte[] digits = new byte[BYTES];
        byte[] raw = value.toByteArray();
        int n = Math.min(raw.length, BYTES);
        System.arraycopy(raw, raw.length - n, digits, BYTES - n, n);
        return HexFormat.of().formatHex(digits);
    }
}
