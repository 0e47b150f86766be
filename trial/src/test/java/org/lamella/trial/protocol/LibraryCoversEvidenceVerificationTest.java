package org.lamella.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lamella.evidence.study.Studies;
import org.lamella.evidence.study.Study;

/** Every study of the evidence has a protocol, or the reference page says why not. */
class LibraryCoversEvidenceVerificationTest {
    @Test
    void everyStudyHasAProtocolOrAReason() throws IOException {
        Set<String> protocols = new TreeSet<>();
        for (Path file : ProtocolLibraryVerificationTest.files()) {
            protocols.add(Protocol.read(file).id());
        }
        String page = Files.readString(Path.of("../docs/reference/protocols.md"));
        String reasons = page.substring(page.indexOf("## Studies without a protocol"));
        for (Study study : Studies.catalogue().all()) {
            boolean named =
                    reasons.contains(study.id()) || (study.id().startsWith("cell_") && reasons.contains("cell_*"));
            assertThat(protocols.contains(study.id()) || named).as(study.id()).isTrue();
        }
    }
}
