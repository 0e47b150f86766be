package org.lamella.trial.output;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.lamella.bone.BoneParameters;
import org.lamella.evidence.Parameter;
import org.lamella.evidence.ParameterSet;

/** SHA-256 of files, texts and parameter sets. */
public final class Hashes {
    private Hashes() {}

    public static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    public static String of(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Hash of every value of the bone model's parameters, in file order. */
    public static String of(BoneParameters parameters) {
        StringBuilder text = new StringBuilder();
        for (ParameterSet set : new ParameterSet[] {parameters.bone(), parameters.drugs(), parameters.types()}) {
            for (Parameter p : set.all()) {
                text.append(p.id())
                        .append('=')
                        .append(p.value())
                        .append(' ')
                        .append(p.unit())
                        .append('\n');
            }
        }
        return of(text.toString());
    }

    static byte[] digest(byte[] bytes) {
        return sha256().digest(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
