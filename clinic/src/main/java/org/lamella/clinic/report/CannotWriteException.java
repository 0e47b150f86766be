package org.lamella.clinic.report;

import java.io.Serial;
import java.nio.file.Path;

/** A folder could not take the files of a plan: not writable, not a folder, or the disk is full. */
public final class CannotWriteException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String folder;

    public CannotWriteException(Path folder, String reason, Throwable cause) {
        super(
                "cannot write into '" + folder + "': " + reason
                        + ". Accepted is a folder on a disk with free space that you may write to; try another one with --out.",
                cause);
        this.folder = folder.toString();
    }

    public String folder() {
        return folder;
    }
}
