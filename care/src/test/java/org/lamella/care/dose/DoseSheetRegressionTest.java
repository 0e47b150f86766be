package org.lamella.care.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamella.care.Children.TODAY;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lamella.care.plan.DoseSheet;
import org.lamella.care.site.Product;
import org.lamella.care.site.SiteConfiguration;
import org.lamella.care.stop.Gate;
import org.lamella.care.stop.GateDecision;
import org.lamella.evidence.Citation;
import org.lamella.patient.Drug;
import org.lamella.patient.Patient;

/**
 * Whole dose sheets, every line, warning and source. The sheets in {@code sheets.txt} were read through and worked
 * again by hand on 22 November 2026; after a wanted change, write them with {@code -Dlamella.write=true} and do the same.
 */
class DoseSheetRegressionTest {
    private static final Path FILE = Path.of("src/test/resources/org/lamella/care/dose/sheets.txt");

    private final StringBuilder text = new StringBuilder("# Whole dose sheets; see DoseSheetRegressionTest.\n");

    @Test
    void everyLineOfTheSheets() throws IOException {
        LocalDate school = LocalDate.of(2018, 3, 1);
        Product five = solution(Drug.ZOLEDRONATE, "4", "5");
        sheet("first zoledronate, no product", "zoledronate-6-monthly", school, "20", true, List.of(), false);
        sheet("later zoledronate with a product", "zoledronate-6-monthly", school, "21.7", false, List.of(five), false);
        sheet(
                "zoledronate at its cap",
                "zoledronate-6-monthly",
                LocalDate.of(2010, 3, 1),
                "95",
                false,
                List.of(),
                false);
        sheet(
                "infant, small volume, loss",
                "zoledronate-3-monthly",
                TODAY.minusMonths(8),
                "5.5",
                false,
                List.of(five),
                true);
        sheet(
                "first pamidronate cycle",
                "pamidronate-cyclic",
                school,
                "20.1",
                true,
                List.of(solution(Drug.PAMIDRONATE, "90", "10")),
                true);
        sheet("first pamidronate cycle, unconfirmed", "pamidronate-cyclic", school, "20.1", true, List.of(), false);
        sheet("pamidronate at its cap", "pamidronate-cyclic", LocalDate.of(2010, 3, 1), "70", false, List.of(), true);
        sheet("neridronate", "neridronate-3-monthly", school, "20.4", false, List.of(), true);
        sheet("adult yearly", "zoledronate-adult-yearly", LocalDate.of(1990, 1, 1), "70", true, List.of(), true);
        sheet("tablets", "alendronate-daily", school, "40", false, List.of(tablet("5"), tablet("10")), true);
        sheet("tablets that do not fit", "risedronate-daily", school, "20", true, List.of(), true);
        if (Boolean.getBoolean("lamella.write")) {
            Files.writeString(FILE, text);
            return;
        }
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("sheets.txt"))) {
            assertThat(text).hasToString(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void sheet(
            String title,
            String regimen,
            LocalDate born,
            String kilograms,
            boolean first,
            List<Product> products,
            boolean confirmed) {
        SiteConfiguration usual = DoseCases.site("none", confirmed);
        SiteConfiguration site = new SiteConfiguration(
                "test site",
                regimen.equals("neridronate-3-monthly"),
                usual.vitaminDGateNmolPerL(),
                usual.firstDoseAdmission(),
                usual.infusionMinutes(),
                null,
                usual.ageLimits(),
                products,
                usual.confirmations(),
                List.of(),
                List.of());
        Patient patient = DoseCases.patient(born, kilograms, first);
        GateDecision decision = Gate.decide(patient, TODAY, site, DoseCases.proposal(regimen));
        assertThat(decision).as("%s %s", title, decision.reasons()).isInstanceOf(GateDecision.Cleared.class);
        DoseResult result = DoseCalculator.calculate(((GateDecision.Cleared) decision).clearance());
        assertThat(result).as(title).isInstanceOf(DoseResult.Dose.class);
        write(title, ((DoseResult.Dose) result).sheet());
    }

    private void write(String title, DoseSheet sheet) {
        List<String> lines = new ArrayList<>(List.of("", "## " + title, sheet.drug(), sheet.summary()));
        sheet.lines().forEach(l -> lines.add("- " + l.label() + " | " + l.working() + " | " + l.result()));
        sheet.warnings().forEach(w -> lines.add("! " + w));
        lines.add("sources: "
                + String.join(" ", sheet.sources().stream().map(Citation::key).toList()));
        text.append(String.join("\n", lines)).append('\n');
    }

    private static Product solution(Drug drug, String mg, String ml) {
        return new Product(drug, "Solution", Product.Form.SOLUTION, new BigDecimal(mg), new BigDecimal(ml), "test");
    }

    private static Product tablet(String mg) {
        return new Product(Drug.ALENDRONATE, "Tablet", Product.Form.TABLET, new BigDecimal(mg), null, "test");
    }
}
