package org.lamella.evidence.lab;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lamella.evidence.data.CsvTable;
import org.lamella.evidence.norms.NormTables;
import org.lamella.patient.Analyte;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;

/**
 * Secondary-source paediatric reference ranges of calcium, phosphate, alkaline phosphatase, creatinine and magnesium.
 * Sources disagree and are kept side by side; none replaces the range that the measuring laboratory reports.
 */
public final class LabRanges {
    private static final List<CsvTable.Row> ROWS =
            NormTables.table("labs_reference_ranges_secondary.csv").rows();

    private LabRanges() {}

    /** Every range that covers this person, in file order; empty when none does. */
    public static List<LabRange> secondary(Analyte analyte, Sex sex, Age age) {
        List<LabRange> found = new ArrayList<>();
        for (CsvTable.Row row : ROWS) {
            if (Analyte.valueOf(row.text("analyte")) == analyte
                    && (row.text("sex").equals("both") || row.text("sex").equalsIgnoreCase(sex.name()))
                    && age.years() >= row.number("age_from_y")
                    && age.years() < row.number("age_to_y")) {
                found.add(range(row));
            }
        }
        return List.copyOf(found);
    }

    /** All ranges in file order. */
    public static List<LabRange> all() {
        return ROWS.stream().map(LabRanges::range).toList();
    }

    private static LabRange range(CsvTable.Row row) {
        Analyte analyte = Analyte.valueOf(row.text("analyte"));
        if (!row.text("canonical_unit").equals(analyte.unit())) {
            throw row.wrong(
                    "canonical_unit", analyte.unit() + " as " + analyte.name().toLowerCase(Locale.ROOT));
        }
        BigDecimal factor = new BigDecimal(row.text("factor"));
        return new LabRange(
                analyte,
                new BigDecimal(row.text("lower")).multiply(factor),
                new BigDecimal(row.text("upper")).multiply(factor),
                row.number("age_from_y"),
                row.number("age_to_y"),
                row.text("source"));
    }
}
