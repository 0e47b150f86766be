package org.lamella.trial.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The fingerprint is a plain sum modulo 2^256, so it can be computed with big integers too. */
class FingerprintVerificationTest {
    @Test
    void isTheSumOfHashesInAnyOrder() {
        Fingerprint forwards = new Fingerprint();
        Fingerprint backwards = new Fingerprint();
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < 1000; i++) {
            byte[] text = ("patient " + i).getBytes(StandardCharsets.UTF_8);
            forwards.add(text);
            backwards.add(("patient " + (999 - i)).getBytes(StandardCharsets.UTF_8));
            sum = sum.add(new BigInteger(1, Hashes.digest(text)));
        }
        String expected = String.format("%064x", sum.mod(BigInteger.ONE.shiftLeft(256)));
        assertThat(forwards.hex()).isEqualTo(expected);
        assertThat(backwards.hex()).isEqualTo(expected);
    }

    @Test
    void ofOneIsItsHash() {
        Fingerprint one = new Fingerprint();
        one.add("abc".getBytes(StandardCharsets.US_ASCII));
        // FIPS 180-2, appendix B.1
        assertThat(one.hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
