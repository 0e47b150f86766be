package org.lamella.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every parameter file of this module loads, and no figure in it stands without a source. */
class ParameterFilesVerificationTest {
    @Test
    void everyParameterOfEveryFileHasASource() throws IOException, URISyntaxException {
        URL folder = Objects.requireNonNull(ParameterSet.class.getResource("parameters"));
        List<String> files;
        try (Stream<Path> found = Files.list(Path.of(folder.toURI()))) {
            files = found.map(p -> p.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml")
                            && !List.of("observables.yaml", "symbols.yaml").contains(name)) // own form, own tests
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        for (String file : files) {
            ParameterSet set = ParameterSet.load("parameters/" + file);
            assertThat(set.all()).as(file).isNotEmpty();
            assertThat(SourceCheck.everyParameterHasASource(set.all())).as(file).isEmpty();
        }
    }
}
