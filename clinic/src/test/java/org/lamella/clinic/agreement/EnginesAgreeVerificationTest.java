package org.lamella.clinic.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.lamella.care.rules.JavaRuleEngine;
import org.lamella.care.rules.Rule;
import org.lamella.care.rules.RuleAnswer;
import org.lamella.care.rules.RuleCatalogue;
import org.lamella.care.rules.RuleSettings;
import org.lamella.care.rules.cql.CqlRuleEngine;
import org.lamella.clinic.record.RecordReader;
import org.lamella.clinic.record.RecordResult;
import org.lamella.patient.Patient;

/**
 * FHIR records through the record reader and then through both engines, which must give the same answers wherever both
 * answer. The default is a few hundred records; {@code docs/reference/agreement.md} says how the 10,000 were run.
 */
class EnginesAgreeVerificationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** Own virtual patients, and the number of the first. */
    private static final int OWN = Integer.getInteger("lamella.patients", 150);

    private static final int FIRST = Integer.getInteger("lamella.first", 0);

    /** OI histories added to each bundle of another generator. */
    private static final int HISTORIES = Integer.getInteger("lamella.histories", 5);

    private static final List<String> PACKED = List.of("girl-1", "boy-4", "girl-9", "boy-15", "woman-27", "man-33");

    private static final RuleSettings SITE = new RuleSettings(
            RuleCatalogue.standard().rules().stream()
                    .filter(rule -> !rule.enabledByDefault())
                    .map(Rule::id)
                    .collect(Collectors.toSet()),
            Set.of("VD-04"),
            Map.ofEntries(
                    Map.entry("LAB-02.vitamin_d_gate", new BigDecimal("60")),
                    Map.entry("SUR-H-01.hold_window", new BigDecimal("28")),
                    Map.entry("INF-07.admit_below", new BigDecimal("5")),
                    Map.entry("IND-01.site_fractures_per_year", new BigDecimal("2")),
                    Map.entry("IM-07.precision_error", new BigDecimal("1.5")),
                    Map.entry("IM-05.first_age", new BigDecimal("36")),
                    Map.entry("DEN-01.review_max_age", new BigDecimal("180")),
                    Map.entry("DEN-02.first_age", new BigDecimal("24")),
                    Map.entry("OUT-01.first_age", new BigDecimal("96")),
                    Map.entry("DX-03.z_max_age", new BigDecimal("500")),
                    Map.entry("DX-03.z_max_age_adult", new BigDecimal("500")),
                    Map.entry("SP-03.cobb_max_age", new BigDecimal("500")),
                    Map.entry("ORT-02.canal_max_age", new BigDecimal("200")),
                    Map.entry("PA-01.pain_max_age", new BigDecimal("60"))));

    private final CqlRuleEngine cql = new CqlRuleEngine();
    private final JavaRuleEngine java = new JavaRuleEngine();
    private final AgreementTally tally = new AgreementTally();

    @Test
    void bothEnginesAgreeOnEveryRecord() throws IOException {
        for (int i = FIRST; i < FIRST + OWN; i++) {
            OiRecords records = new OiRecords(31L * i + 7, TODAY);
            ObjectNode bundle = records.bare(JSON, "own-" + i);
            records.addTo(bundle);
            compare("own virtual patients", JSON.writeValueAsString(bundle));
        }
        int number = 0;
        for (String text : synthea()) {
            for (int history = 0; history < HISTORIES; history++) {
                ObjectNode bundle = (ObjectNode) JSON.readTree(text);
                new OiRecords(1_000_003L * number + history, TODAY).addTo(bundle);
                compare("Synthea bundles with an OI history added", JSON.writeValueAsString(bundle));
            }
            number++;
        }
        String out = System.getProperty("lamella.agreement");
        if (out != null) {
            tally.write(Path.of(out));
        }
        assertThat(tally.disagreements).isEmpty();
        // The comparison would be hollow if the records never met some kind of answer.
        assertThat(tally.met()).containsExactly(RuleAnswer.Kind.values());
        assertThat(tally.records()).isGreaterThanOrEqualTo(Math.min(OWN, 150));
    }

    private void compare(String source, String record) {
        RecordResult result = RecordReader.parse(record, TODAY);
        assertThat(result).as(source).isInstanceOf(RecordResult.Understood.class);
        Patient patient = ((RecordResult.Understood) result).patient();
        tally.record(source);
        for (RuleSettings settings : List.of(RuleSettings.none(), SITE)) {
            tally.add(patient.id(), java.answers(patient, TODAY, settings), cql.kinds(patient, TODAY, settings));
        }
    }

    /** Bundles of the folder that is named, or the six that are packed with the tests. */
    private static Iterable<String> synthea() throws IOException {
        String folder = System.getProperty("lamella.synthea");
        if (folder == null) {
            return PACKED.stream().map(EnginesAgreeVerificationTest::packed).toList();
        }
        int slice = Integer.getInteger("lamella.slice", 0);
        int slices = Integer.getInteger("lamella.slices", 1);
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            List<Path> all =
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
            return () -> Stream.iterate(slice, i -> i < all.size(), i -> i + slices)
                    .map(i -> read(all.get(i)))
                    .iterator();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    private static String packed(String name) {
        try (InputStream in = EnginesAgreeVerificationTest.class.getResourceAsStream(name + ".json.gz");
                GZIPInputStream text = new GZIPInputStream(in)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
