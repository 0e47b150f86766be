package org.lamella.evidence.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.lamella.evidence.data.CsvTable;
import org.lamella.patient.Sex;

/**
 * Holds the growth reference against CDC's own figures: the published centiles of the data tables, and the output of
 * the CDC SAS program.
 */
class GrowthReferenceValidationTest {
    private static final GrowthReference REFERENCE = GrowthReference.cdc2000();

    /** Standard normal quantiles of 0.03, 0.5 and 0.97. */
    private static final Map<String, Double> QUANTILES =
            Map.of("3", -1.8807936081512509, "50", 0.0, "97", 1.8807936081512509);

    @Test
    void reproducesThePublishedCentiles() {
        CsvTable published = CsvTable.resource(GrowthReferenceValidationTest.class, "cdc2000_published_centiles.csv");
        assertThat(published.rows()).hasSize(84);
        for (CsvTable.Row row : published.rows()) {
            GrowthMeasure measure = GrowthMeasure.valueOf(row.text("measure").toUpperCase(Locale.ROOT));
            Sex sex = Sex.valueOf(row.text("sex").toUpperCase(Locale.ROOT));
            Lms lms = REFERENCE.table(measure, sex).at(row.number("age_months"));
            double expected = QUANTILES.getOrDefault(row.text("percentile"), Double.NaN);
            // CDC prints centiles of length from slightly different quantiles (1.88079 in place of 1.880794).
            assertThat(lms.z(row.number("value")))
                    .as("%s %s at %s months", measure, sex, row.text("age_months"))
                    .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-5));
        }
    }

    @Test
    void agreesWithTheCdcSasProgram() throws IOException {
        Path oracle = repositoryRoot().resolveSibling("shared/oracles/oracle_cdc2000_sas_z.csv");
        Assumptions.assumeTrue(
                Files.isReadable(oracle), "CDC SAS output is not at hand; the published centiles above stay checked");
        CsvTable table = CsvTable.parse("oracle_cdc2000_sas_z.csv", Files.readString(oracle));
        double worst = 0;
        int compared = 0;
        for (CsvTable.Row row : table.rows()) {
            Sex sex = row.text("sex").equals("1") ? Sex.MALE : Sex.FEMALE;
            double months = row.number("agemos");
            GrowthMeasure tall = months < 24 ? GrowthMeasure.LENGTH : GrowthMeasure.HEIGHT;
            double[] ours = {
                REFERENCE.table(tall, sex).at(months).z(row.number("height")),
                REFERENCE.table(GrowthMeasure.WEIGHT, sex).at(months).z(row.number("weight")),
                REFERENCE.table(GrowthMeasure.BMI, sex).at(months).z(row.number("bmi"))
            };
            double[] theirs = {row.number("haz"), row.number("waz"), row.number("original_bmiz")};
            for (int i = 0; i < ours.length; i++) {
                worst = Math.max(worst, Math.abs(ours[i] - theirs[i]));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(900);
        assertThat(worst).as("largest difference of Z").isLessThan(1e-8); // the oracle is printed to nine decimals
    }

    private static Path repositoryRoot() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("lamella")) && here.getParent() != null) {
            here = here.getParent();
        }
        return here;
    }
}
