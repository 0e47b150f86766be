package org.lamella.clinic.check;

import java.io.Serial;
import java.nio.file.Path;

/** A folder that cannot be checked; the message says what was found, what is accepted and what to try. */
public final class FolderRefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    FolderRefusedException(Path folder, String found, String advice) {
        super(folder + ": " + found
                + "; accepted is a folder with FHIR R4 Bundles (JSON) or plain records (YAML or JSON). " + advice);
    }
}
