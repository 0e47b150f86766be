package org.lamella.bone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lamella.evidence.Parameter;

/** Pages of the documentation that are made from the model. Run with {@code -Dlamella.write=true} to renew them. */
class ReferencePagesVerificationTest {
    @Test
    void parametersAreCurrent() throws IOException {
        String page = new ParameterTable(Fixtures.PARAMETERS).markdown();
        for (var set : new org.lamella.evidence.ParameterSet[] {
            Fixtures.PARAMETERS.bone(), Fixtures.PARAMETERS.drugs(), Fixtures.PARAMETERS.types()
        }) {
            for (Parameter p : set.all()) {
                assertThat(page).contains("| `" + p.id() + "` | ");
            }
        }
        current("docs/reference/parameters.md", page);
    }

    @Test
    void observablesAreCurrent() throws IOException {
        String page = ObservableTable.markdown();
        for (Observable observable : Observable.values()) {
            assertThat(page).contains("| `" + observable + "` | ");
        }
        current("docs/reference/observables.md", page);
    }

    private static void current(String name, String page) throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path file = (Files.exists(here.resolve("docs")) ? here : here.getParent()).resolve(name);
        if (Boolean.getBoolean("lamella.write")) {
            Files.writeString(file, page, StandardCharsets.UTF_8);
        }
        assertThat(Files.readString(file, StandardCharsets.UTF_8))
                .as(name + " is out of date; run this test with -Dlamella.write=true")
                .isEqualTo(page);
    }
}
