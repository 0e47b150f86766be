package org.lamella.trial.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lamella.evidence.SourceCheck;

/** The protocol library reads without fault, agrees with the JSON Schema, and every default figure has a source. */
class ProtocolLibraryVerificationTest {
    private static final Path PROTOCOLS = Path.of("protocols");
    private static final Path SCHEMA = Path.of("../docs/schema/protocol.schema.json");

    static List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(PROTOCOLS)) {
            return walk.filter(p -> p.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @Test
    void everyProtocolReadsAndIsNamedAsItsFile() throws IOException {
        assertThat(files()).hasSizeGreaterThan(60);
        for (Path file : files()) {
            Protocol protocol = Protocol.read(file);
            assertThat(file.getFileName()).hasToString(protocol.id() + ".yaml");
            boolean reserved = file.getParent().endsWith("reserved");
            assertThat(protocol.about().role() == Protocol.Role.RESERVED)
                    .as(protocol.id())
                    .isEqualTo(reserved);
        }
    }

    @Test
    void everyProtocolAgreesWithTheSchema() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
        for (Path file : files()) {
            assertThat(schema.validate(Files.readString(file), InputFormat.YAML))
                    .as(file.toString())
                    .isEmpty();
        }
        assertThat(schema.validate("protocol: x\nfoo: 1\n", InputFormat.YAML)).isNotEmpty();
    }

    @Test
    void everyDefaultFigureHasASource() {
        assertThat(SourceCheck.everyParameterHasASource(
                        ObservationDefaults.figures().all()))
                .isEmpty();
    }
}
