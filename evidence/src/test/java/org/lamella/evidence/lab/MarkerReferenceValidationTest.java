package org.lamella.evidence.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.lamella.evidence.data.CsvTable;
import org.lamella.evidence.norms.Standing;
import org.lamella.patient.Analyte;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;

/**
 * Holds the marker Z-scores, which are read off five centiles, against the full Box-Cox power exponential curves of the
 * LIFE Child study (Geserick 2020 Bone 132:115124; Strauch 2023 doi:10.1016/j.bone.2023.116809).
 */
class MarkerReferenceValidationTest {
    private static final Map<String, Analyte> NAMES = Map.of(
            "p1np", Analyte.P1NP,
            "beta_ctx", Analyte.CTX,
            "osteocalcin", Analyte.OSTEOCALCIN,
            "pth", Analyte.PTH,
            "25OHD", Analyte.VITAMIN_D_25OH,
            "alkaline_phosphatase", Analyte.ALKALINE_PHOSPHATASE);
    private static final Map<String, String> FACTORS = Map.of("25OHD", "2.496", "alkaline_phosphatase", "60");

    private static Age years(double years) {
        return new Age(Math.round(years * Age.DAYS_PER_YEAR), Period.ofYears((int) years));
    }

    @Test
    void agreesWithTheFullCurvesToFiveHundredthsOfAZScore() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("lamella")) && here.getParent() != null) {
            here = here.getParent();
        }
        Path oracle = here.resolveSibling("shared/oracles/oracle_bcpe_markers.csv");
        Assumptions.assumeTrue(Files.isReadable(oracle), "the full marker curves are not at hand");
        double worst = 0;
        int inside = 0;
        for (CsvTable.Row row :
                CsvTable.parse("oracle", Files.readString(oracle)).rows()) {
            Analyte analyte = NAMES.get(row.text("marker"));
            if (analyte == null) {
                continue;
            }
            BigDecimal value = new BigDecimal(row.text("value"))
                    .multiply(new BigDecimal(FACTORS.getOrDefault(row.text("marker"), "1")));
            Sex sex = Sex.valueOf(row.text("sex").toUpperCase(Locale.ROOT));
            Standing standing =
                    MarkerReference.lifeChild().standing(analyte, sex, years(row.number("age_years")), value);
            OptionalDouble z = standing.zScore();
            double expected = row.number("z");
            if (z.isPresent()) {
                inside++;
                worst = Math.max(worst, Math.abs(z.getAsDouble() - expected));
            } else if (standing instanceof Standing.Below) {
                assertThat(expected).isLessThan(-1.9);
            } else if (standing instanceof Standing.Above) {
                assertThat(expected).isGreaterThan(1.9);
            }
        }
        assertThat(inside).isGreaterThan(300);
        assertThat(worst).as("largest difference of Z").isLessThan(0.05);
    }

    /** Read off the published figures of a ten-year-old girl (Geserick 2020; Strauch 2023), canonical units. */
    @Test
    void valuesOfATenYearOldGirlHaveTheRightMagnitude() {
        MarkerReference reference = MarkerReference.lifeChild();
        Age ten = new Age(Math.round(10 * Age.DAYS_PER_YEAR), Period.ofYears(10));
        assertThat(reference.analytes()).hasSize(6);
        assertThat(median(reference, Analyte.ALKALINE_PHOSPHATASE, ten)).isBetween(250.0, 265.0);
        assertThat(median(reference, Analyte.VITAMIN_D_25OH, ten)).isBetween(50.0, 56.0);
        assertThat(median(reference, Analyte.CTX, ten)).isBetween(1650.0, 1750.0);
        assertThat(median(reference, Analyte.P1NP, ten)).isBetween(600.0, 680.0);
        assertThat(reference.standing(Analyte.P1NP, Sex.FEMALE, ten, new BigDecimal("300")))
                .isInstanceOf(Standing.Below.class);
        assertThat(reference.standing(Analyte.NTX_CREATININE, Sex.FEMALE, ten, BigDecimal.ONE))
                .isInstanceOf(Standing.NotCovered.class);
        assertThat(reference
                        .standing(Analyte.P1NP, Sex.FEMALE, years(30), BigDecimal.TEN)
                        .describe("ug/L"))
                .contains("covers 0.25 to 17.9 years");
    }

    private static double median(MarkerReference reference, Analyte analyte, Age age) {
        return reference.centiles(analyte, Sex.FEMALE, age).orElseThrow().median();
    }
}
