package org.lamella.evidence.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Text resources of the class path. */
public final class Resources {
    private Resources() {}

    /**
     * Reads a UTF-8 resource.
     *
     * @param anchor class in whose package a relative name is looked up
     * @param name relative name such as {@code parameters/cells.yaml}, or an absolute one that begins with a slash
     * @throws DataFileException when there is no such resource
     */
    public static String text(Class<?> anchor, String name) {
        try (InputStream in = anchor.getResourceAsStream(name)) {
            if (in == null) {
                throw new DataFileException(
                        name, "", "no such file", "a resource in the package " + anchor.getPackageName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
