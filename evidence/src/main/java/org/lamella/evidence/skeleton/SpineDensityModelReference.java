package org.lamella.evidence.skeleton;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lamella.evidence.data.CsvTable;
import org.lamella.evidence.norms.NormTables;
import org.lamella.patient.Sex;
import org.lamella.patient.measure.Age;
import org.lamella.patient.measure.ArealDensity;

/**
 * Lumbar spine areal density of healthy children, 0 to 20 years, to give the model a scale. Provisional own construction
 * from published means (anchors and uncertainty of 5 to 8 % are named in the table); it must never yield a Z-score for a
 * patient, which belongs to device and reference of the scan.
 */
public final class SpineDensityModelReference {
    /** The sentence that stands beside every figure that rests on this table. */
    public static final String LABEL = "provisional model scale of spine density; not a clinical reference";

    private static final SpineDensityModelReference PROVISIONAL = new SpineDensityModelReference();

    private final Map<Sex, double[][]> rows = new EnumMap<>(Sex.class);

    private SpineDensityModelReference() {
        List<CsvTable.Row> all = NormTables.table("dxa_lumbar_spine_composite_provisional_0_20y.csv")
                .rows();
        for (Sex sex : Sex.values()) {
            rows.put(
                    sex,
                    all.stream()
                            .filter(r -> r.text("sex").equalsIgnoreCase(sex.name()))
                            .map(r -> new double[] {r.number("age_years"), r.number("M_g_cm2"), r.number("S")})
                            .toArray(double[][]::new));
        }
    }

    public static SpineDensityModelReference provisional() {
        return PROVISIONAL;
    }

    /** Median density; the value at 20 years holds afterwards. */
    public ArealDensity median(Sex sex, Age age) {
        return new ArealDensity(at(sex, age.years(), 1));
    }

    /** Coefficient of variation between healthy children, dimensionless. */
    public double variation(Sex sex, Age age) {
        return at(sex, age.years(), 2);
    }

    /** Ages in years and median densities in g/cm², for kernels that need the whole curve: {@code [node][age, median, CV]}. */
    public double[][] nodes(Sex sex) {
        return Arrays.stream(table(sex)).map(double[]::clone).toArray(double[][]::new);
    }

    private double at(Sex sex, double years, int column) {
        double[][] t = table(sex);
        for (int i = 1; i < t.length; i++) {
            if (years <= t[i][0]) {
                double w = Math.max(0, (years - t[i - 1][0]) / (t[i][0] - t[i - 1][0]));
                return t[i - 1][column] + w * (t[i][column] - t[i - 1][column]);
            }
        }
        return t[t.length - 1][column];
    }

    private double[][] table(Sex sex) {
        double[][] t = rows.get(sex);
        if (t == null) {
            throw new IllegalStateException("no spine density for " + sex);
        }
        return t;
    }
}
