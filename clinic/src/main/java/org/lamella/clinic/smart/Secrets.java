package org.lamella.clinic.smart;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.KeyGenerator;

/** Values that nobody can guess, and the challenge of PKCE (RFC 7636). */
interface Secrets {
    /** A fresh value of 256 bits as 43 characters that need no escape in an address. */
    String next();

    /** From the generator of keys of the Java platform. */
    static Secrets strong() {
        try {
            KeyGenerator keys = KeyGenerator.getInstance("HmacSHA256");
            keys.init(256);
            return () -> {
                synchronized (keys) {
                    return text(keys.generateKey().getEncoded());
                }
            };
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("the Java platform has no HmacSHA256", missing);
        }
    }

    /** Challenge of a verifier by method S256. */
    static String challenge(String verifier) {
        try {
            return text(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("the Java platform has no SHA-256", missing);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
