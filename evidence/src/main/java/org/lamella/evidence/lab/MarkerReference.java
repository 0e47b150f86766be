package org.lamella.evidence.lab;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lamella.evidence.data.CsvTable;
import org.lamella.evidence.norms.CentileCurves;
import org.lamella.evidence.norms.NormTables;
import org.lamella.evidence.norms.Standing;
import org.lamella.patient.Analyte;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;

/**
 * Bone turnover markers, PTH and 25-hydroxyvitamin D of healthy children aged 3 months to 17.9 years, as centiles 2.5,
 * 25, 50, 75 and 97.5 by age and sex.
 *
 * <p>Own tabulation of the LIFE Child curves: Geserick 2020 Bone 132:115124; Strauch 2023 doi:10.1016/j.bone.2023.116809.
 * Values hold for one assay family only ({@link #PLATFORM}); a result of another platform can differ by more than the
 * reference range is wide. Values are in the canonical unit of {@link Analyte}.
 */
public final class MarkerReference {
    /** The assay family of the reference, to be named beside every figure. */
    public static final String PLATFORM = "Roche ECLIA family (units inferred from magnitude, to be confirmed)";

    private static final String FILE = "markers_by_age.csv";
    private static final String[] COLUMNS = {"p2_5", "p25", "p50", "p75", "p97_5"};
    private static final double[] CENTILES = {2.5, 25, 50, 75, 97.5};
    private static final MarkerReference LIFE_CHILD = new MarkerReference();

    private final Map<Analyte, Map<Sex, CentileCurves>> curves = new EnumMap<>(Analyte.class);

    private MarkerReference() {
        Map<Analyte, Map<Sex, List<CsvTable.Row>>> grouped = new EnumMap<>(Analyte.class);
        for (CsvTable.Row row : NormTables.table(FILE).rows()) {
            Analyte analyte = Analyte.valueOf(row.text("analyte"));
            if (!row.text("canonical_unit").equals(analyte.unit())) {
                throw row.wrong("canonical_unit", analyte.unit());
            }
            Sex sex = Sex.valueOf(row.text("sex").toUpperCase(Locale.ROOT));
            grouped.computeIfAbsent(analyte, _ -> new EnumMap<>(Sex.class))
                    .computeIfAbsent(sex, _ -> new ArrayList<>())
                    .add(row);
        }
        grouped.forEach((analyte, bySex) -> {
            Map<Sex, CentileCurves> own = new EnumMap<>(Sex.class);
            bySex.forEach((sex, rows) -> own.put(sex, curves(rows)));
            curves.put(analyte, own);
        });
    }

    private static CentileCurves curves(List<CsvTable.Row> rows) {
        double[] ages = rows.stream().mapToDouble(r -> r.number("age_years")).toArray();
        double[][] values = new double[rows.size()][COLUMNS.length];
        for (int i = 0; i < ages.length; i++) {
            CsvTable.Row row = rows.get(i);
            for (int j = 0; j < COLUMNS.length; j++) {
                values[i][j] = row.number(COLUMNS[j]) * row.number("factor");
            }
        }
        return new CentileCurves(CENTILES, ages, values, true);
    }

    public static MarkerReference lifeChild() {
        return LIFE_CHILD;
    }

    /** Analytes that the reference holds. */
    public Set<Analyte> analytes() {
        return Set.copyOf(curves.keySet());
    }

    /** Where a result in the canonical unit of its analyte stands among healthy children of that age and sex. */
    public Standing standing(Analyte analyte, Sex sex, Age age, BigDecimal value) {
        CentileCurves own = find(analyte, sex);
        if (own == null) {
            return new Standing.NotCovered("there is no reference by age for " + analyte.label());
        }
        if (!own.covers(age.years())) {
            return new Standing.NotCovered(String.format(
                    Locale.ROOT,
                    "the reference of %s covers %.2f to %.1f years; the age is %.2f years",
                    analyte.label(),
                    own.firstAge(),
                    own.lastAge(),
                    age.years()));
        }
        return own.standing(age.years(), value.doubleValue());
    }

    /** Centiles in the canonical unit of the analyte, or empty outside the reference. */
    public Optional<MarkerCentiles> centiles(Analyte analyte, Sex sex, Age age) {
        CentileCurves own = find(analyte, sex);
        if (own == null || !own.covers(age.years())) {
            return Optional.empty();
        }
        double[] v = own.at(age.years());
        return Optional.of(new MarkerCentiles(analyte, v[0], v[1], v[2], v[3], v[4]));
    }

    private @org.jspecify.annotations.Nullable CentileCurves find(Analyte analyte, Sex sex) {
        return curves.getOrDefault(analyte, Map.of()).get(sex);
    }
}
