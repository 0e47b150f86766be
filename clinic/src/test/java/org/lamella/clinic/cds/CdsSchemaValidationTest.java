package org.lamella.clinic.cds;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.clinic.record.RecordReader;
import org.lamella.clinic.record.RecordResult;
import org.lamella.evidence.drug.DrugFacts;
import org.lamella.evidence.drug.DrugFormulary;
import org.lamella.patient.Patient;

/**
 * Every card of every example record, at each hook and for each drug, against the attribute tables of CDS Hooks 2.0
 * (https://cds-hooks.hl7.org/2.0/, as stated in {@code docs/schema/cds-hooks.schema.json}).
 */
class CdsSchemaValidationTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

    private static List<String> errors(String json) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(ROOT.resolve("docs/schema/cds-hooks.schema.json")));
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static List<Patient> patients() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("examples"))) {
            List<Patient> patients = new ArrayList<>();
            files.sorted()
                    .filter(f -> f.toString().matches(".*\\.(json|yaml)") && !f.endsWith("demo-site.yaml"))
                    .forEach(f -> patients.add(((RecordResult.Understood) RecordReader.read(f, DAY)).patient()));
            return patients;
        }
    }

    @Test
    void theDiscoveryDocumentFollowsTheSpecification() throws IOException {
        assertThat(errors(CdsJson.discovery())).isEmpty();
        assertThat(errors(CdsJson.discovery().replace("\"patient-view\"", "\"patient-viewed\"")))
                .isNotEmpty();
    }

    @Test
    void everyCardFollowsTheSpecification() throws IOException {
        SiteConfiguration site = SiteConfiguration.load(ROOT.resolve("examples/demo-site.yaml"));
        PathwayCards cards = new PathwayCards(site);
        int critical = 0;
        for (Patient patient : patients()) {
            assertThat(errors(CdsJson.response(cards.patientView(patient, DAY))))
                    .isEmpty();
            for (DrugFacts drug : DrugFormulary.standard().all()) {
                String json = CdsJson.response(cards.order(patient, DAY, drug.drug(), "MedicationRequest/draft"));
                assertThat(errors(json)).as(patient.id() + " " + drug.drug()).isEmpty();
                critical += json.contains("\"critical\"") ? 1 : 0;
            }
        }
        assertThat(critical).isGreaterThan(20);
    }

    @Test
    void theSchemaSeesWhatTheSpecificationForbids() throws IOException {
        String good = "{\"cards\":[{\"uuid\":\"4e0a3a1e-3283-4575-ab82-028d55fe2719\",\"summary\":\"S\","
                + "\"indicator\":\"info\",\"source\":{\"label\":\"L\"}}]}";
        assertThat(errors(good)).isEmpty();
        for (String bad : List.of(
                good.replace("\"info\"", "\"urgent\""),
                good.replace("\"summary\":\"S\"", "\"summary\":\"" + "x".repeat(140) + "\""),
                good.replace("\"source\":{\"label\":\"L\"}", "\"source\":{}"),
                good.replace("\"S\"", "\" \""),
                good.replace("{\"cards\"", "{\"systemActions\":[],\"cards\""),
                good.replace("\"indicator\"", "\"suggestions\":[{\"label\":\"x\"}],\"indicator\""))) {
            assertThat(errors(bad)).as(bad).isNotEmpty();
        }
    }
}
